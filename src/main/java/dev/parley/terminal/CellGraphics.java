package dev.parley.terminal;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.graphics.AbstractTextGraphics;
import com.googlecode.lanterna.graphics.TextGraphics;
import dev.parley.text.Cluster;
import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;

/**
 * Draws on a {@link CellGrid}, clipped to a rectangle of it. Lanterna's own methods work too, and take their strings through
 * the sanitiser first. UI thread only.
 */
public final class CellGraphics extends AbstractTextGraphics implements Surface {
    private final CellGrid grid;
    private final int left;
    private final int top;
    private final int columns;
    private final int rows;

    /** All of the grid. */
    public CellGraphics(CellGrid grid) {
        this(grid, 0, 0, grid.columns(), grid.rows());
    }

    private CellGraphics(CellGrid grid, int left, int top, int columns, int rows) {
        this.grid = grid;
        this.left = left;
        this.top = top;
        this.columns = columns;
        this.rows = rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows;
    }

    /** What lies left of or above this surface is cut off: the part's own (0, 0) is its first cell that can be drawn on. */
    @Override
    public CellGraphics part(int column, int row, int columns, int rows) {
        int fromColumn = clamp(column, this.columns);
        int fromRow = clamp(row, this.rows);
        int toColumn = Math.max(fromColumn, clamp((long) column + columns, this.columns));
        int toRow = Math.max(fromRow, clamp((long) row + rows, this.rows));
        return new CellGraphics(grid, left + fromColumn, top + fromRow, toColumn - fromColumn, toRow - fromRow);
    }

    @Override
    public int put(int column, int row, SafeText text, Style style) {
        int at = column;
        for (Cluster cluster : text.clusters()) {
            if ((long) at + cluster.width() > columns) {
                break;
            }
            if (at >= 0 && row >= 0 && row < rows) {
                grid.put(left + at, top + row, cluster.text(), cluster.width(), cluster.uncertain(), style);
            }
            at += cluster.width();
        }
        return at;
    }

    @Override
    public void fill(Style style) {
        for (int row = 0; row < rows; row++) {
            blank(0, row, columns, style);
        }
    }

    @Override
    public void blank(int column, int row, int columns, Style style) {
        int from = clamp(column, this.columns);
        int to = clamp((long) column + columns, this.columns);
        if (row >= 0 && row < rows && from < to) {
            grid.blank(left + from, top + row, to - from, style);
        }
    }

    @Override
    public TextGraphics setCharacter(int column, int row, TextCharacter character) {
        put(
                column,
                row,
                Sanitizer.NARROW.line(character.getCharacterString()),
                new Style(character.getForegroundColor(), character.getBackgroundColor(), character.getModifiers()));
        return this;
    }

    @Override
    public TextGraphics putString(int column, int row, String string) {
        put(
                column,
                row,
                Sanitizer.NARROW.line(string),
                new Style(getForegroundColor(), getBackgroundColor(), getActiveModifiers()));
        return this;
    }

    /** Lanterna's view of a cell: its first character. */
    @Override
    public TextCharacter getCharacter(int column, int row) {
        if (column < 0 || column >= columns || row < 0 || row >= rows) {
            return TextCharacter.DEFAULT_CHARACTER;
        }
        return ParleyScreen.character(grid.cell(left + column, top + row));
    }

    @Override
    public TerminalSize getSize() {
        return new TerminalSize(columns, rows);
    }

    @Override
    public TextGraphics newTextGraphics(TerminalPosition topLeft, TerminalSize size) {
        return part(topLeft.getColumn(), topLeft.getRow(), size.getColumns(), size.getRows());
    }

    private static int clamp(long value, int limit) {
        return (int) Math.max(0, Math.min(limit, value));
    }
}
