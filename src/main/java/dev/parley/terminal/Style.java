package dev.parley.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.Set;

/** How a cell looks. {@link TextColor.ANSI#DEFAULT} is the terminal's own. Immutable. */
public record Style(TextColor foreground, TextColor background, Set<SGR> modifiers) {
    public static final Style PLAIN = new Style(TextColor.ANSI.DEFAULT, TextColor.ANSI.DEFAULT, Set.of());

    public Style {
        modifiers = Set.copyOf(modifiers);
    }
}
