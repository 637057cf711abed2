package dev.parley.ui.theme;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import dev.parley.terminal.Style;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The value of a slot as a theme file writes it: {@code [colour] [on colour] [bold] [underline] [reverse]}. A colour is {@code
 * default} (the terminal's own), a number of the palette from 0 to 255, or {@code #rrggbb}. Immutable.
 */
record Look(Optional<TextColor> foreground, Optional<TextColor> background, Set<SGR> modifiers) {
    static final Look PLAIN = new Look(Optional.empty(), Optional.empty(), Set.of());

    private static final Map<String, SGR> MODIFIERS =
            Map.of("bold", SGR.BOLD, "underline", SGR.UNDERLINE, "reverse", SGR.REVERSE);

    private static final TextColor.ANSI[] ANSI = {
        TextColor.ANSI.BLACK,
        TextColor.ANSI.RED,
        TextColor.ANSI.GREEN,
        TextColor.ANSI.YELLOW,
        TextColor.ANSI.BLUE,
        TextColor.ANSI.MAGENTA,
        TextColor.ANSI.CYAN,
        TextColor.ANSI.WHITE,
        TextColor.ANSI.BLACK_BRIGHT,
        TextColor.ANSI.RED_BRIGHT,
        TextColor.ANSI.GREEN_BRIGHT,
        TextColor.ANSI.YELLOW_BRIGHT,
        TextColor.ANSI.BLUE_BRIGHT,
        TextColor.ANSI.MAGENTA_BRIGHT,
        TextColor.ANSI.CYAN_BRIGHT,
        TextColor.ANSI.WHITE_BRIGHT
    };

    /** @throws IllegalArgumentException with half a sentence on what is wrong */
    static Look parse(String value) {
        Optional<TextColor> foreground = Optional.empty();
        Optional<TextColor> background = Optional.empty();
        Set<SGR> modifiers = EnumSet.noneOf(SGR.class);
        String[] words = value.strip().toLowerCase(Locale.ROOT).split("\\s+");
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            if (word.isEmpty() || word.equals("plain")) {
                continue;
            }
            if (MODIFIERS.containsKey(word)) {
                modifiers.add(MODIFIERS.get(word));
            } else if (word.equals("on")) {
                if (i + 1 == words.length || background.isPresent()) {
                    throw new IllegalArgumentException("one colour must follow \"on\"");
                }
                i++;
                background = Optional.of(colour(words[i]));
            } else if (foreground.isPresent()) {
                throw new IllegalArgumentException("it has two colours, but no \"on\" before the second");
            } else {
                foreground = Optional.of(colour(word));
            }
        }
        return new Look(foreground, background, modifiers);
    }

    Style over(Style ground) {
        return new Style(foreground.orElse(ground.foreground()), background.orElse(ground.background()), modifiers);
    }

    private static TextColor colour(String word) {
        if (word.equals("default")) {
            return TextColor.ANSI.DEFAULT;
        }
        if (word.matches("#[0-9a-f]{6}")) {
            int rgb = Integer.parseInt(word.substring(1), 16);
            return new TextColor.RGB(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
        }
        if (word.matches("[0-9]{1,3}") && Integer.parseInt(word) <= 255) {
            int number = Integer.parseInt(word);
            return number < ANSI.length ? ANSI[number] : new TextColor.Indexed(number);
        }
        throw new IllegalArgumentException("\"" + word
                + "\" is neither a colour (default, 0 to 255, #rrggbb) nor bold, underline, reverse, plain or on");
    }
}
