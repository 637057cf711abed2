package dev.parley.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.EnumSet;
import java.util.Set;

/** How a cell looks. {@link TextColor.ANSI#DEFAULT} is the terminal's own. Immutable. */
public record Style(TextColor foreground, TextColor background, Set<SGR> modifiers) {
    public static final Style PLAIN = new Style(TextColor.ANSI.DEFAULT, TextColor.ANSI.DEFAULT, Set.of());

    public Style {
        modifiers = Set.copyOf(modifiers);
    }

    /** The same, bold or italic beyond that. */
    public Style with(boolean bold, boolean italic) {
        if (!bold && !italic) {
            return this;
        }
        Set<SGR> more = EnumSet.noneOf(SGR.class);
        more.addAll(modifiers);
        if (bold) {
            more.add(SGR.BOLD);
        }
        if (italic) {
            more.add(SGR.ITALIC);
        }
        return new Style(foreground, background, more);
    }
}
