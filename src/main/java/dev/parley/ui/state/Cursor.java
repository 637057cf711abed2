package dev.parley.ui.state;

/** Where the terminal's cursor shall stand, counted from the surface's top left; hidden when the column is negative. */
public record Cursor(int column, int row) {
    public static final Cursor HIDDEN = new Cursor(-1, -1);

    public Cursor moved(int columns, int rows) {
        return column < 0 ? this : new Cursor(column + columns, row + rows);
    }
}
