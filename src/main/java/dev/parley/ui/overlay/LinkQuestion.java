package dev.parley.ui.overlay;

import dev.parley.text.Link;
import dev.parley.text.SafeText;
import dev.parley.text.Wrap;
import dev.parley.ui.history.Line;
import dev.parley.ui.history.Span;
import dev.parley.ui.state.Look;
import dev.parley.ui.theme.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks before a link is opened: shows all of where it leads, the host set off, and what is odd about it. Going back is what a
 * hasty Enter does.
 */
public final class LinkQuestion {
    /** Longer ones are cut in the middle of their path; scheme and host are whole always. */
    private static final int MOST_ROWS = 6;

    private LinkQuestion() {}

    /**
     * @param misleads whether what stands for it on the screen is another address
     * @param open empty where nothing opens links
     */
    public static Choice about(Link link, boolean misleads, Optional<Runnable> open, Runnable copy) {
        List<Choice.Option> options = new ArrayList<>();
        options.add(new Choice.Option("n", "back", Choice.NOTHING));
        open.ifPresent(go -> options.add(new Choice.Option("y", "open it", go)));
        options.add(new Choice.Option("c", "copy it", copy));
        return new Choice(
                "Open this link?", (look, columns) -> rows(link, misleads, open.isEmpty(), look, columns), options);
    }

    /**
     * The same about the address of a secure form.
     *
     * @param shown without what holds once in it
     * @param refuse tells that it will not be filled in
     */
    public static Choice form(Link shown, Optional<Runnable> open, Runnable copy, Runnable refuse) {
        List<Choice.Option> options = new ArrayList<>();
        options.add(new Choice.Option("n", "back", Choice.NOTHING));
        open.ifPresent(go -> options.add(new Choice.Option("y", "open it", go)));
        options.add(new Choice.Option("c", "copy it, with the key that holds once", copy));
        options.add(new Choice.Option("x", "tell that it will not be filled in", refuse));
        return new Choice(
                "Open this form?", (look, columns) -> rows(shown, false, open.isEmpty(), look, columns), options);
    }

    private static List<Line> rows(Link link, boolean misleads, boolean closed, Look look, int columns) {
        List<Line> rows = new ArrayList<>();
        Link.Shown shown = link.shown(columns * MOST_ROWS);
        target(shown, columns, rows);
        rows.add(new Line(List.of()));
        if (misleads) {
            note("It says another address than it leads to.", Slot.NOTICE_ERROR, look, columns, rows);
        }
        for (Link.Mark mark : Link.Mark.values()) {
            if (link.marks().contains(mark)) {
                String words = mark.words();
                String sentence = Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
                note(sentence, Slot.NOTICE_ERROR, look, columns, rows);
            }
        }
        if (closed) {
            note("Nothing here opens links: it can be copied.", Slot.OVERLAY_TEXT, look, columns, rows);
        }
        return rows;
    }

    /** Cut wherever a row is full: a blank of ours within an address would be taken for a part of it. */
    private static void target(Link.Shown shown, int columns, List<Line> rows) {
        List<Span> row = new ArrayList<>();
        int column = 0;
        for (SafeText part : List.of(shown.before(), shown.host(), shown.after())) {
            Slot slot = part == shown.host() ? Slot.OVERLAY_SELECTED : Slot.OVERLAY_TEXT;
            SafeText left = part;
            while (!left.isEmpty()) {
                int taken = Math.max(column == 0 ? 1 : 0, left.clustersWithin(columns - column));
                SafeText piece = left.part(0, taken);
                if (!piece.isEmpty()) {
                    row.add(new Span(column, piece, slot));
                    column += piece.width();
                }
                left = left.part(taken, left.clusters().size());
                if (!left.isEmpty()) {
                    rows.add(new Line(row));
                    row.clear();
                    column = 0;
                }
            }
        }
        rows.add(new Line(row));
    }

    private static void note(String words, Slot slot, Look look, int columns, List<Line> rows) {
        for (SafeText line : Wrap.wrap(look.text(words), columns)) {
            rows.add(new Line(List.of(new Span(0, line, slot))));
        }
    }
}
