package dev.parley.terminal;

import org.jspecify.annotations.Nullable;

/**
 * A key press. {@code code} names it; {@code text} is what it types (for {@link Code#TEXT}: one grapheme's worth of
 * characters, lower-case letter for Ctrl), empty otherwise.
 *
 * @param number 1..12 for {@link Code#FUNCTION}, else 0
 */
public record Key(Code code, String text, int number, boolean ctrl, boolean alt, boolean shift) implements Input {
    public enum Code {
        TEXT,
        /** CR. */
        ENTER,
        TAB,
        BACKSPACE,
        DELETE,
        INSERT,
        ESCAPE,
        UP,
        DOWN,
        LEFT,
        RIGHT,
        HOME,
        END,
        PAGE_UP,
        PAGE_DOWN,
        FUNCTION
    }

    public static Key text(String text) {
        return new Key(Code.TEXT, text, 0, false, false, false);
    }

    public static Key ctrl(char letter) {
        return new Key(Code.TEXT, String.valueOf(letter), 0, true, false, false);
    }

    public static Key alt(String text) {
        return new Key(Code.TEXT, text, 0, false, true, false);
    }

    public static Key of(Code code) {
        return new Key(code, "", 0, false, false, false);
    }

    public static Key function(int number) {
        return new Key(Code.FUNCTION, "", number, false, false, false);
    }

    public Key withAlt() {
        return new Key(code, text, number, ctrl, true, shift);
    }

    public Key withCtrl() {
        return new Key(code, text, number, true, alt, shift);
    }

    public Key withShift() {
        return new Key(code, text, number, ctrl, alt, true);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key
                && key.code == code
                && key.number == number
                && key.ctrl == ctrl
                && key.alt == alt
                && key.shift == shift
                && key.text.equals(text);
    }

    @Override
    public int hashCode() {
        int modifiers = (ctrl ? 4 : 0) + (alt ? 2 : 0) + (shift ? 1 : 0);
        return ((code.ordinal() * 31 + text.hashCode()) * 31 + number) * 8 + modifiers;
    }
}
