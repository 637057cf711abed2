package dev.parley.terminal;

/** Where the terminal's cursor stands, and the shortest way from there to elsewhere. Owned by a {@link FrameWriter}. */
final class Caret {
    private static final int UNKNOWN = -1;

    private int column = UNKNOWN;
    private int row = UNKNOWN;

    void lost() {
        column = UNKNOWN;
        row = UNKNOWN;
    }

    /** After the last column, or after a cluster whose width terminals disagree about. */
    void columnLost() {
        column = UNKNOWN;
    }

    void advance(int columns) {
        column += columns;
    }

    int column() {
        return column;
    }

    boolean isAt(int toColumn, int toRow) {
        return column == toColumn && row == toRow;
    }

    boolean isLeftOf(int toColumn, int toRow) {
        return row == toRow && column != UNKNOWN && column < toColumn;
    }

    void moveTo(int toColumn, int toRow, Bytes out) {
        out.ascii(way(toColumn, toRow));
        column = toColumn;
        row = toRow;
    }

    /** The shortest of: nothing, CR, BS, CR LF, CUF, CUB, CHA, CUU, CUD, CUP. No lone LF: the tty may add a CR to it. */
    String way(int toColumn, int toRow) {
        if (isAt(toColumn, toRow)) {
            return "";
        }
        String best = address(toColumn, toRow);
        if (row == UNKNOWN) {
            return best;
        }
        if (row == toRow) {
            best = toColumn == 0 ? "\r" : shorter(best, step(toColumn + 1, 'G'));
            if (column != UNKNOWN && column > toColumn) {
                int back = column - toColumn;
                best = shorter(best, back <= 3 ? "\b".repeat(back) : step(back, 'D'));
            } else if (column != UNKNOWN) {
                best = shorter(best, step(toColumn - column, 'C'));
            }
        } else if (toColumn == 0 && toRow == row + 1) {
            best = "\r\n";
        } else if (column == toColumn) {
            best = shorter(best, toRow > row ? step(toRow - row, 'B') : step(row - toRow, 'A'));
        }
        return best;
    }

    private static String address(int column, int row) {
        if (column == 0) {
            return row == 0 ? Bytes.CSI + "H" : Bytes.CSI + (row + 1) + "H";
        }
        return Bytes.CSI + (row + 1) + ";" + (column + 1) + "H";
    }

    private static String step(int count, char command) {
        return count == 1 ? Bytes.CSI + command : Bytes.CSI + count + command;
    }

    private static String shorter(String one, String other) {
        return other.length() < one.length() ? other : one;
    }
}
