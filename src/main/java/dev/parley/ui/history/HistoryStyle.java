package dev.parley.ui.history;

import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;
import dev.parley.ui.format.Times;
import dev.parley.ui.glyph.Glyphs;
import java.time.ZoneId;

/**
 * How rows of history are laid out. Equal styles give equal rows.
 *
 * @param width columns of the pane
 * @param margin blank columns at its left
 * @param nameColumns columns for names; 0 shows none
 * @param exact times in milliseconds, with sequence numbers
 * @param today the day for which day lines need no year, as a number of days since the epoch
 */
public record HistoryStyle(
        int width,
        int margin,
        int nameColumns,
        boolean exact,
        ZoneId zone,
        long today,
        Glyphs glyphs,
        Sanitizer sanitizer) {
    private static final int LEAST_TEXT = 12;
    private static final int CLOCK = 5;
    private static final int EXACT = 18;

    SafeText safe(String raw) {
        return sanitizer.line(raw);
    }

    Times times() {
        return new Times(zone);
    }

    /** Columns of the time; 0 where there is no room for it. */
    int timeColumns() {
        int wanted = exact ? EXACT : CLOCK;
        if (width - margin - wanted - 1 - 2 >= LEAST_TEXT) {
            return wanted;
        }
        return width - margin - CLOCK - 1 - 2 >= LEAST_TEXT ? CLOCK : 0;
    }

    boolean showsExact() {
        return timeColumns() > CLOCK;
    }

    int timeColumn() {
        return margin;
    }

    int glyphColumn() {
        return margin + (timeColumns() == 0 ? 0 : timeColumns() + 1);
    }

    int nameColumn() {
        return glyphColumn() + 2;
    }

    /** Where every row of a turn's text begins. */
    public int textColumn() {
        int beforeNames = nameColumn();
        int withNames = beforeNames + nameColumns + 1;
        return nameColumns > 0 && width - withNames >= LEAST_TEXT ? withNames : Math.min(beforeNames, width - 1);
    }

    boolean showsNames() {
        return textColumn() > nameColumn();
    }

    /** Columns for text; at least 1. */
    int textColumns() {
        return Math.max(1, width - textColumn());
    }

    /** Columns for an own turn's text, which leaves room for its tick. */
    int ownTextColumns() {
        int tick = glyphs.done().width() * 2 + 1;
        return textColumns() - tick >= LEAST_TEXT / 2 ? textColumns() - tick : textColumns();
    }
}
