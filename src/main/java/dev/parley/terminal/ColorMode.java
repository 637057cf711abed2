package dev.parley.terminal;

import com.googlecode.lanterna.TextColor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many colours a terminal has. A colour it has not becomes the nearest one it has. */
public enum ColorMode {
    /** None; bold, reverse and underline stay. */
    NONE,
    ANSI16,
    ANSI256,
    /** 24 bit. */
    TRUE;

    private static final TextColor.ANSI[] ANSI = TextColor.ANSI.values();
    private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

    /** From NO_COLOR (no-color.org), COLORTERM and TERM. */
    public static ColorMode detect(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "").toLowerCase(Locale.ROOT);
        String colorTerm = environment.getOrDefault("COLORTERM", "").toLowerCase(Locale.ROOT);
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()
                || term.isEmpty()
                || term.equals("dumb")
                || term.startsWith("vt")) {
            return NONE;
        }
        // GNU screen passes COLORTERM on to what it cannot show; tmux translates.
        boolean screen = term.startsWith("screen") && !environment.containsKey("TMUX");
        if (!screen && (List.of("truecolor", "24bit").contains(colorTerm) || isModern(term))) {
            return TRUE;
        }
        return term.contains("256color") ? ANSI256 : ANSI16;
    }

    /** These seldom get their COLORTERM across ssh, and all have it. */
    private static boolean isModern(String term) {
        return term.endsWith("-direct")
                || List.of("xterm-kitty", "alacritty", "foot", "wezterm", "xterm-ghostty").stream()
                        .anyMatch(term::startsWith);
    }

    /** SGR parameters, e.g. {@code 36} or {@code 38;5;208}. */
    String foreground(TextColor color) {
        return parameters(color, 30, "38");
    }

    String background(TextColor color) {
        return parameters(color, 40, "48");
    }

    private String parameters(TextColor color, int base, String extended) {
        TextColor shown = nearest(color);
        if (shown == TextColor.ANSI.DEFAULT) {
            return String.valueOf(base + 9);
        }
        if (shown instanceof TextColor.ANSI ansi) {
            return String.valueOf(base + number(ansi) % 8 + (ansi.isBright() ? 60 : 0));
        }
        if (shown instanceof TextColor.Indexed) {
            return extended + ";5;" + number(shown);
        }
        return extended + ";2;" + shown.getRed() + ";" + shown.getGreen() + ";" + shown.getBlue();
    }

    /** The colour that stands for {@code color} in this mode. */
    public TextColor nearest(TextColor color) {
        if (this == NONE) {
            return TextColor.ANSI.DEFAULT;
        }
        if (color instanceof TextColor.ANSI) {
            return color;
        }
        if (color instanceof TextColor.Indexed && number(color) < 16) {
            return numbered(number(color));
        }
        return switch (this) {
            case TRUE -> color;
            case ANSI256 -> color instanceof TextColor.Indexed ? color : indexed(color);
            default -> sixteen(color);
        };
    }

    /** The nearer of the 6x6x6 cube and the grey ramp of the 256 colours. */
    private static TextColor indexed(TextColor color) {
        int red = cubeStep(color.getRed());
        int green = cubeStep(color.getGreen());
        int blue = cubeStep(color.getBlue());
        int average = (color.getRed() + color.getGreen() + color.getBlue()) / 3;
        int grey = Math.max(0, Math.min(23, (average - 3) / 10));
        int level = 8 + 10 * grey;
        boolean greyer = distance(color, level, level, level) < distance(color, CUBE[red], CUBE[green], CUBE[blue]);
        return new TextColor.Indexed(greyer ? 232 + grey : 16 + 36 * red + 6 * green + blue);
    }

    private static int cubeStep(int value) {
        int best = 0;
        for (int step = 1; step < CUBE.length; step++) {
            if (Math.abs(CUBE[step] - value) < Math.abs(CUBE[best] - value)) {
                best = step;
            }
        }
        return best;
    }

    private static TextColor sixteen(TextColor color) {
        TextColor best = numbered(0);
        for (int number = 1; number < 16; number++) {
            TextColor candidate = numbered(number);
            if (distance(color, candidate) < distance(color, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static int distance(TextColor one, TextColor other) {
        return distance(one, other.getRed(), other.getGreen(), other.getBlue());
    }

    private static int distance(TextColor color, int red, int green, int blue) {
        int dr = color.getRed() - red;
        int dg = color.getGreen() - green;
        int db = color.getBlue() - blue;
        return dr * dr + dg * dg + db * db;
    }

    /** 0 to 15: Lanterna lists DEFAULT between the eight and the bright eight. */
    private static TextColor.ANSI numbered(int number) {
        return ANSI[number < 8 ? number : number + 1];
    }

    /** 0 to 15 for the sixteen, to 255 for an indexed colour, -1 for any other. */
    static int number(TextColor color) {
        if (color instanceof TextColor.ANSI ansi) {
            return ansi.isBright() ? ansi.ordinal() - 1 : ansi.ordinal();
        }
        if (!(color instanceof TextColor.Indexed)) {
            return -1;
        }
        // Lanterna keeps the index private; it is the last parameter of the sequence.
        String sequence = new String(color.getForegroundSGRSequence(), StandardCharsets.US_ASCII);
        return Integer.parseInt(sequence.substring(sequence.lastIndexOf(';') + 1));
    }
}
