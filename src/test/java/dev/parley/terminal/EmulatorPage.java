package dev.parley.terminal;

import java.util.Arrays;
import java.util.Set;

/** A page of an {@link Emulator}: its cells and where its cursor stands. */
final class EmulatorPage {
    /**
     * @param text "" for the right half of a wide one
     * @param style SGR parameters in force, e.g. 1 and 36
     */
    record Shown(String text, Set<String> style) {
        static final Shown BLANK = new Shown(" ", Set.of());
    }

    final int columns;
    final int rows;
    int column;
    int row;
    private Shown[][] cells;
    private boolean wrapPending;

    EmulatorPage(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.cells = blank();
    }

    /** Cut or extended. */
    EmulatorPage resized(int columns, int rows) {
        EmulatorPage resized = new EmulatorPage(columns, rows);
        for (int r = 0; r < Math.min(rows, this.rows); r++) {
            System.arraycopy(cells[r], 0, resized.cells[r], 0, Math.min(columns, this.columns));
        }
        resized.moveTo(column, row);
        return resized;
    }

    Shown cell(int column, int row) {
        return cells[row][column];
    }

    String line(int row) {
        StringBuilder line = new StringBuilder();
        for (Shown cell : cells[row]) {
            line.append(cell.text());
        }
        return line.toString().stripTrailing();
    }

    void scribble() {
        for (Shown[] line : cells) {
            Arrays.fill(line, new Shown("#", Set.of("41")));
        }
    }

    void clear() {
        cells = blank();
    }

    void moveTo(int column, int row) {
        this.column = Math.max(0, Math.min(columns - 1, column));
        this.row = Math.max(0, Math.min(rows - 1, row));
        wrapPending = false;
    }

    void lineFeed() {
        if (row < rows - 1) {
            moveTo(column, row + 1);
            return;
        }
        Shown[][] scrolled = blank();
        System.arraycopy(cells, 1, scrolled, 0, rows - 1);
        cells = scrolled;
    }

    void print(String cluster, int width, Set<String> style, boolean wraps) {
        if (wraps && (wrapPending || column + width > columns)) {
            moveTo(0, row);
            lineFeed();
        }
        int at = Math.max(0, Math.min(column, columns - width));
        clearHalves(at);
        if (width == 2 && columns > 1) {
            clearHalves(at + 1);
            cells[row][at + 1] = new Shown("", style);
        }
        cells[row][at] = new Shown(cluster, style);
        column = Math.min(columns - 1, at + width);
        wrapPending = at + width >= columns;
    }

    /** Puts a mark onto the character before the cursor. */
    void join(String mark) {
        int at = wrapPending ? columns - 1 : column - 1;
        if (at > 0 && cells[row][at].text().isEmpty()) {
            at--;
        }
        if (at >= 0) {
            cells[row][at] = new Shown(cells[row][at].text() + mark, cells[row][at].style());
        }
    }

    void erase(int from, int to) {
        clearHalves(from);
        clearHalves(to - 1);
        Arrays.fill(cells[row], from, to, Shown.BLANK);
        wrapPending = false;
    }

    private void clearHalves(int at) {
        if (cells[row][at].text().isEmpty() && at > 0) {
            cells[row][at - 1] = new Shown(" ", cells[row][at - 1].style());
        }
        if (at + 1 < columns && cells[row][at + 1].text().isEmpty()) {
            cells[row][at + 1] = new Shown(" ", cells[row][at + 1].style());
        }
    }

    private Shown[][] blank() {
        Shown[][] blank = new Shown[rows][columns];
        for (Shown[] line : blank) {
            Arrays.fill(line, Shown.BLANK);
        }
        return blank;
    }
}
