package dev.parley.terminal;

import java.util.Arrays;

/**
 * A screen of cells. A wide cluster takes two, and is blanked whole when one of them is overwritten, as terminals do it.
 * Not thread-safe: the UI thread draws on its own and hands out {@link #copy copies}, which nobody changes.
 */
public final class CellGrid {
    private final int columns;
    private final int rows;
    private final Cell[] cells;

    /** Blank cells in {@link Style#PLAIN}; sizes below 1 count as 1. */
    public CellGrid(int columns, int rows) {
        this.columns = Math.max(1, columns);
        this.rows = Math.max(1, rows);
        this.cells = new Cell[this.columns * this.rows];
        Arrays.fill(cells, Cell.blank(Style.PLAIN));
    }

    private CellGrid(CellGrid original) {
        this.columns = original.columns;
        this.rows = original.rows;
        this.cells = original.cells.clone();
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** @throws IndexOutOfBoundsException outside the grid */
    public Cell cell(int column, int row) {
        return cells[index(column, row)];
    }

    /** Puts one cluster; nothing happens where it does not fit whole. */
    public void put(int column, int row, String text, int width, boolean uncertain, Style style) {
        if (column < 0 || row < 0 || row >= rows || column + width > columns) {
            return;
        }
        breakAt(column, row);
        if (width == 2) {
            breakAt(column + 1, row);
            cells[index(column + 1, row)] = Cell.rightHalf(style);
        }
        cells[index(column, row)] = new Cell(text, width, uncertain, style);
    }

    /** Blanks {@code count} cells of a row; what lies outside is left out. */
    public void blank(int column, int row, int count, Style style) {
        int from = Math.max(0, column);
        int to = (int) Math.min(columns, (long) column + count);
        if (row < 0 || row >= rows || from >= to) {
            return;
        }
        breakAt(from, row);
        breakAt(to - 1, row);
        Arrays.fill(cells, index(from, row), index(to - 1, row) + 1, Cell.blank(style));
    }

    public CellGrid copy() {
        return new CellGrid(this);
    }

    /** The characters of a row, blanks at its end cut. */
    public String line(int row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            line.append(cell(column, row).text());
        }
        return line.toString().stripTrailing();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellGrid grid && grid.columns == columns && Arrays.equals(grid.cells, cells);
    }

    @Override
    public int hashCode() {
        return 31 * columns + Arrays.hashCode(cells);
    }

    /** Blanks the other half of a wide cluster that is about to lose this cell. */
    private void breakAt(int column, int row) {
        Cell old = cell(column, row);
        if (old.isRightHalf()) {
            cells[index(column - 1, row)] = Cell.blank(cell(column - 1, row).style());
        } else if (old.width() == 2) {
            cells[index(column + 1, row)] = Cell.blank(old.style());
        }
    }

    private int index(int column, int row) {
        if (column < 0 || column >= columns || row < 0 || row >= rows) {
            throw new IndexOutOfBoundsException(column + "," + row + " is outside " + columns + "x" + rows);
        }
        return row * columns + column;
    }
}
