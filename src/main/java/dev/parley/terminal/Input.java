package dev.parley.terminal;

/** What comes in from the terminal. LF (Ctrl-J) is {@code Key.ctrl('j')}, CR is ENTER. */
public sealed interface Input
        permits Key, Input.Paste, Input.Focus, Input.Resized, Input.Burst, Input.Click, Input.Continued, Input.Ended {
    /** Pasted text as one edit, raw, line breaks as LF. */
    record Paste(String text) implements Input {}

    /** The terminal gained or lost the focus (only where it reports that). */
    record Focus(boolean gained) implements Input {}

    record Resized(int columns, int rows) implements Input {}

    /** Three or more Up (negative) or Down (positive) in one read: a wheel, not a hand. */
    record Burst(int rows) implements Input {}

    /** The mouse's first button went down on a cell, counted from 0; the wheel is a {@link Burst}. */
    record Click(int column, int row) implements Input {}

    /** After Ctrl-Z and fg: everything must be drawn again. */
    record Continued() implements Input {}

    /** The terminal is gone (EOF or an I/O error): save and leave with 129. */
    record Ended() implements Input {}
}
