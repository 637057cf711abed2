package dev.parley.terminal;

import dev.parley.text.SafeText;

/**
 * The screen as it shall be: a snapshot that crosses from the UI thread to the writer.
 *
 * @param cells changed by nobody any more
 * @param column of the cursor; negative hides it
 * @param everything whether what stands on the terminal is not to be trusted
 */
public record Frame(CellGrid cells, int column, int row, boolean everything, SafeText title) {
    /** This one, in place of an older one that was never written. */
    Frame inPlaceOf(Frame older) {
        return older.everything && !everything ? new Frame(cells, column, row, true, title) : this;
    }
}
