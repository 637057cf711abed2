package dev.parley.terminal;

import dev.parley.text.SafeText;

/**
 * A rectangle of the screen to draw on, as panes see it. Cannot paint outside itself: what does not fit is clipped, and no
 * coordinate throws. Column and row count from 0 at its top left. UI thread only.
 *
 * <p>Implemented by Lanterna's {@code TextGraphics} over our own cells.
 */
public interface Surface {
    int columns();

    int rows();

    /** A part of it, clipped to it; may be empty. */
    Surface part(int column, int row, int columns, int rows);

    /** Draws and returns the column after the last one drawn (also where clipped). A wide cluster that does not fit whole is not drawn. */
    int put(int column, int row, SafeText text, Style style);

    /** Blanks all of it. */
    void fill(Style style);

    /** Blanks {@code columns} cells of a row. */
    void blank(int column, int row, int columns, Style style);
}
