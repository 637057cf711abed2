package dev.parley.ui.state;

import dev.parley.terminal.Style;
import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;
import dev.parley.ui.glyph.Glyphs;
import dev.parley.ui.theme.Slot;
import dev.parley.ui.theme.Theme;
import java.time.ZoneId;

/** What is needed to draw anything: styles, signs, the door to safe text, and the person's zone. Immutable. */
public record Look(Theme theme, Glyphs glyphs, Sanitizer sanitizer, ZoneId zone) {
    public SafeText text(String raw) {
        return sanitizer.line(raw);
    }

    public Style style(Slot slot) {
        return theme.style(slot);
    }

    /** {@code text} cut to {@code columns}, with an ellipsis where something is missing. */
    public SafeText fit(SafeText text, int columns) {
        return text.width() <= columns ? text : text.cut(Math.max(0, columns), glyphs.ellipsis());
    }

    public Look with(Theme other) {
        return new Look(other, glyphs, sanitizer, zone);
    }
}
