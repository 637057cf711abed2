package dev.parley.terminal;

import com.googlecode.lanterna.SGR;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A style as one colour mode sends it (ECMA-48 SGR).
 *
 * @param foreground parameters that set it, e.g. {@code 38;5;6}; 39 is the terminal's own
 * @param background likewise; 49 is the terminal's own
 */
record Pen(String foreground, String background, Set<SGR> modifiers) {
    static final Pen PLAIN = new Pen("39", "49", Set.of());

    private static final Set<SGR> SEEN_ON_BLANKS =
            EnumSet.of(SGR.REVERSE, SGR.UNDERLINE, SGR.CROSSED_OUT, SGR.BORDERED, SGR.CIRCLED, SGR.BLINK);

    static Pen of(Style style, ColorMode colors) {
        return new Pen(colors.foreground(style.foreground()), colors.background(style.background()), style.modifiers());
    }

    /** Whether a blank drawn with either looks the same. */
    boolean blanksLike(Pen other) {
        return background.equals(other.background) && blanksAreBare() && other.blanksAreBare();
    }

    /** Whether a blank is nothing but the terminal's own background, so that erasing makes one on every terminal. */
    boolean erases() {
        return blanksLike(PLAIN);
    }

    private boolean blanksAreBare() {
        return modifiers.isEmpty() || modifiers.stream().noneMatch(SEEN_ON_BLANKS::contains);
    }

    /** The shorter of what changes and of everything after a reset; "" where nothing does. */
    String changeTo(Pen next) {
        if (equals(next)) {
            return "";
        }
        if (next.equals(PLAIN)) {
            return Bytes.CSI + "m";
        }
        String changes = sgr(changes(next));
        List<String> fresh = PLAIN.changes(next);
        fresh.add(0, "0");
        String afterReset = sgr(fresh);
        return changes.length() <= afterReset.length() ? changes : afterReset;
    }

    private List<String> changes(Pen next) {
        List<String> codes = new ArrayList<>();
        Set<SGR> on = EnumSet.noneOf(SGR.class);
        on.addAll(next.modifiers);
        Set<String> ended = new LinkedHashSet<>();
        for (SGR modifier : SGR.values()) {
            if (modifiers.contains(modifier) && !next.modifiers.contains(modifier)) {
                ended.add(off(modifier));
            }
        }
        // One code may end two of them (23, 54): what goes on is set again after it.
        on.removeIf(modifier -> modifiers.contains(modifier) && !ended.contains(off(modifier)));
        codes.addAll(ended);
        on.forEach(modifier -> codes.add(on(modifier)));
        if (!foreground.equals(next.foreground)) {
            codes.add(next.foreground);
        }
        if (!background.equals(next.background)) {
            codes.add(next.background);
        }
        return codes;
    }

    private static String sgr(List<String> codes) {
        return Bytes.CSI + String.join(";", codes) + "m";
    }

    private static String on(SGR modifier) {
        return switch (modifier) {
            case BOLD -> "1";
            case ITALIC -> "3";
            case UNDERLINE -> "4";
            case BLINK -> "5";
            case REVERSE -> "7";
            case CROSSED_OUT -> "9";
            case FRAKTUR -> "20";
            case BORDERED -> "51";
            case CIRCLED -> "52";
        };
    }

    private static String off(SGR modifier) {
        return switch (modifier) {
            case BOLD -> "22";
            case ITALIC, FRAKTUR -> "23";
            case UNDERLINE -> "24";
            case BLINK -> "25";
            case REVERSE -> "27";
            case CROSSED_OUT -> "29";
            case BORDERED, CIRCLED -> "54";
        };
    }
}
