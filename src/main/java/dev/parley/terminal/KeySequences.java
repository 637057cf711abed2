package dev.parley.terminal;

import dev.parley.terminal.Key.Code;
import java.util.Locale;
import java.util.Optional;

/**
 * What CSI and SS3 sequences mean as keys: the forms of xterm, rxvt, PuTTY, the Linux console, kitty, and xterm's
 * modifyOtherKeys. Empty for what is no key.
 */
final class KeySequences {
    private static final int SHIFT = 1;
    private static final int ALT = 2;
    private static final int CTRL = 4;

    private KeySequences() {}

    /** {@code CSI parameters end}, e.g. {@code 1;5} and {@code C}. */
    static Optional<Key> csi(String parameters, char end) {
        int[] numbers = numbers(parameters);
        return switch (end) {
            case '~' ->
                numbers[0] == 27 && numbers.length == 3
                        ? character(numbers[2], numbers[1])
                        : numbered(numbers[0]).map(key -> modified(key, second(numbers)));
            case '^' -> numbered(numbers[0]).map(Key::withCtrl);
            case '$' -> numbered(numbers[0]).map(Key::withShift);
            case '@' -> numbered(numbers[0]).map(Key::withCtrl).map(Key::withShift);
            case 'u' -> isRelease(parameters) ? Optional.empty() : character(numbers[0], second(numbers));
            case 'a', 'b', 'c', 'd' -> lettered(Character.toUpperCase(end)).map(Key::withShift);
            case 'Z' -> Optional.of(Key.of(Code.TAB).withShift());
            // Also the form of a cursor report, which nobody asked for.
            case 'R' ->
                isModifiedF3(numbers) ? Optional.of(modified(Key.function(3), second(numbers))) : Optional.empty();
            default -> lettered(end).map(key -> modified(key, numbers.length > 1 ? numbers[1] : numbers[0]));
        };
    }

    /** {@code ESC O parameters end}. */
    static Optional<Key> ss3(String parameters, char end) {
        int[] numbers = numbers(parameters);
        return switch (end) {
            case 'a', 'b', 'c', 'd' -> lettered(Character.toUpperCase(end)).map(Key::withCtrl);
            case 'M' -> Optional.of(Key.of(Code.ENTER));
            case 'I' -> Optional.of(Key.of(Code.TAB));
            case ' ', 'X' -> Optional.of(Key.text(end == 'X' ? "=" : " "));
            case 'R' -> Optional.of(modified(Key.function(3), numbers[numbers.length - 1]));
            default ->
                end >= 'j' && end <= 'y'
                        // The keypad: its letters stand 64 above what they type.
                        ? Optional.of(Key.text(String.valueOf((char) (end - 0x40))))
                        : lettered(end).map(key -> modified(key, numbers[numbers.length - 1]));
        };
    }

    /** {@code CSI [ A} to {@code E}: F1 to F5 of the Linux console. */
    static Optional<Key> linuxConsole(char end) {
        return end >= 'A' && end <= 'E' ? Optional.of(Key.function(end - 'A' + 1)) : Optional.empty();
    }

    private static Optional<Key> lettered(char end) {
        return switch (end) {
            case 'A' -> Optional.of(Key.of(Code.UP));
            case 'B' -> Optional.of(Key.of(Code.DOWN));
            case 'C' -> Optional.of(Key.of(Code.RIGHT));
            case 'D' -> Optional.of(Key.of(Code.LEFT));
            case 'F' -> Optional.of(Key.of(Code.END));
            case 'H' -> Optional.of(Key.of(Code.HOME));
            case 'P', 'Q', 'R', 'S' -> Optional.of(Key.function(end - 'P' + 1));
            default -> Optional.empty();
        };
    }

    private static Optional<Key> numbered(int number) {
        return switch (number) {
            case 1, 7 -> Optional.of(Key.of(Code.HOME));
            case 2 -> Optional.of(Key.of(Code.INSERT));
            case 3 -> Optional.of(Key.of(Code.DELETE));
            case 4, 8 -> Optional.of(Key.of(Code.END));
            case 5 -> Optional.of(Key.of(Code.PAGE_UP));
            case 6 -> Optional.of(Key.of(Code.PAGE_DOWN));
            case 11, 12, 13, 14, 15 -> Optional.of(Key.function(number - 10));
            case 17, 18, 19, 20, 21 -> Optional.of(Key.function(number - 11));
            case 23, 24 -> Optional.of(Key.function(number - 12));
            // F13 to F20: what the Linux console sends for Shift-F1 to Shift-F8.
            case 25, 26 -> Optional.of(Key.function(number - 24).withShift());
            case 28, 29 -> Optional.of(Key.function(number - 25).withShift());
            case 31, 32, 33, 34 -> Optional.of(Key.function(number - 26).withShift());
            default -> Optional.empty();
        };
    }

    /** A key by its code point, as modifyOtherKeys and kitty send it. */
    private static Optional<Key> character(int codePoint, int modifier) {
        Optional<Key> named = switch (codePoint) {
            case 8, 127 -> Optional.of(Key.of(Code.BACKSPACE));
            case 9 -> Optional.of(Key.of(Code.TAB));
            case 13, 57414 -> Optional.of(Key.of(Code.ENTER));
            case 27 -> Optional.of(Key.of(Code.ESCAPE));
            default -> Optional.empty();
        };
        if (named.isPresent()) {
            return named.map(key -> modified(key, modifier));
        }
        boolean privateUse = codePoint >= 0xE000 && codePoint <= 0xF8FF;
        if (Character.isISOControl(codePoint)
                || privateUse
                || !Character.isValidCodePoint(codePoint)
                || isSurrogate(codePoint)) {
            return Optional.empty();
        }
        int mask = mask(modifier);
        String text = Character.toString(codePoint);
        boolean ctrl = (mask & CTRL) != 0;
        boolean shift = (mask & SHIFT) != 0;
        boolean alt = (mask & ALT) != 0;
        if (ctrl) {
            return Optional.of(new Key(Code.TEXT, text.toLowerCase(Locale.ROOT), 0, true, alt, shift));
        }
        String typed = shift ? text.toUpperCase(Locale.ROOT) : text;
        return Optional.of(new Key(Code.TEXT, typed, 0, false, alt, false));
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= 0xD800 && codePoint <= 0xDFFF;
    }

    private static Key modified(Key key, int modifier) {
        int mask = mask(modifier);
        return new Key(
                key.code(),
                key.text(),
                key.number(),
                key.ctrl() || (mask & CTRL) != 0,
                key.alt() || (mask & ALT) != 0,
                key.shift() || (mask & SHIFT) != 0);
    }

    /** Modifiers are sent as one more than their bits. */
    private static int mask(int modifier) {
        return Math.max(0, modifier - 1);
    }

    private static int second(int[] numbers) {
        return numbers.length > 1 ? numbers[1] : 0;
    }

    private static boolean isModifiedF3(int[] numbers) {
        return numbers[0] == 0 && numbers.length == 1
                || numbers.length == 2 && numbers[0] == 1 && numbers[1] >= 2 && numbers[1] <= 16;
    }

    /** kitty: {@code code;modifiers:3u}. */
    private static boolean isRelease(String parameters) {
        String[] parts = parameters.split(";", -1);
        return parts.length > 1 && parts[1].endsWith(":3");
    }

    /** At least one number; what is no number is 0; of {@code 97:65} the first counts. */
    private static int[] numbers(String parameters) {
        String[] parts = parameters.split(";", -1);
        int[] numbers = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            for (int at = 0; at < parts[i].length() && Character.digit(parts[i].charAt(at), 10) >= 0; at++) {
                numbers[i] = Math.min(0xFFFFFF, numbers[i] * 10 + Character.digit(parts[i].charAt(at), 10));
            }
        }
        return numbers;
    }
}
