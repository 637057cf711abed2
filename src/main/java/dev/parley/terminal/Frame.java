package dev.parley.terminal;

import dev.parley.text.SafeText;

/**
 * The screen as it shall be: a snapshot that crosses from the UI thread to the writer.
 *
 * @param cells changed by nobody any more
 * @param column of the cursor; negative hides it
 * @param everything whether what stands on the terminal is not to be trusted
 * @param title what the window is called; empty leaves it the name that it had before us
 * @param mouse whether clicks and the wheel are to be told
 */
public record Frame(CellGrid cells, int column, int row, boolean everything, SafeText title, boolean mouse) {
    /** Without the mouse. */
    public Frame(CellGrid cells, int column, int row, boolean everything, SafeText title) {
        this(cells, column, row, everything, title, false);
    }

    /** This one, in place of an older one that was never written. */
    Frame inPlaceOf(Frame older) {
        return older.everything && !everything ? new Frame(cells, column, row, true, title, mouse) : this;
    }
}
