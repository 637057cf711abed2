package dev.parley.ui.edit;

import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;
import java.util.Arrays;

/**
 * Where each cluster of a text stands when it is wrapped to so many columns: at blanks where it can, inside words where it must.
 * Nothing is lost, and the place after the last cluster of a line is always inside. Rows and columns count from 0. Immutable.
 */
public final class Layout {
    private final String text;
    private final int columns;
    private final Sanitizer sanitizer;
    private int[] starts = new int[8];
    private int[] ends = new int[8];
    private int rows;

    private Layout(String text, int columns, Sanitizer sanitizer) {
        this.text = text;
        this.columns = columns;
        this.sanitizer = sanitizer;
    }

    /** @param columns at least 1 */
    public static Layout of(String text, int columns, Sanitizer sanitizer) {
        if (columns < 1) {
            throw new IllegalArgumentException("columns: " + columns);
        }
        Layout layout = new Layout(text, columns, sanitizer);
        int start = 0;
        while (true) {
            int end = Boundaries.lineEnd(text, start);
            layout.wrap(start, end);
            if (end == text.length()) {
                return layout;
            }
            start = end + 1;
        }
    }

    public int columns() {
        return columns;
    }

    /** At least 1. */
    public int rows() {
        return rows;
    }

    /** The row of a cursor that stands before {@code index}. */
    public int rowOf(int index) {
        int found = Arrays.binarySearch(starts, 0, rows, index);
        return found < 0 ? Math.max(0, -found - 2) : found;
    }

    /** The column of a cursor that stands before {@code index}, below {@link #columns}. */
    public int columnOf(int index) {
        int column = 0;
        for (int at = starts[rowOf(index)]; at < index; at = Boundaries.next(text, at)) {
            column += width(at);
        }
        return Math.min(column, columns - 1);
    }

    /** The cluster boundary of that row that stands nearest before the column; a later column gives the row's end. */
    int index(int row, int column) {
        int at = starts[row];
        int reached = 0;
        while (at < ends[row]) {
            int width = width(at);
            int next = Boundaries.next(text, at);
            boolean belongsToNextRow = next == ends[row] && row + 1 < rows && starts[row + 1] == next;
            if (reached + width > column || belongsToNextRow) {
                return at;
            }
            reached += width;
            at = next;
        }
        return at;
    }

    SafeText row(int row) {
        SafeText line = SafeText.EMPTY;
        for (int at = starts[row]; at < ends[row]; at = Boundaries.next(text, at)) {
            line = line.plus(sanitizer.line(text.substring(at, Boundaries.next(text, at))));
        }
        return line;
    }

    private void wrap(int start, int end) {
        int rowStart = start;
        int afterBlank = start;
        int width = 0;
        int widthAfterBlank = 0;
        int at = start;
        while (at < end) {
            boolean blank = text.charAt(at) == ' ';
            int cluster = width(at);
            // The last column is kept for blanks and the cursor.
            int limit = blank || columns == 1 ? columns : columns - 1;
            if (width + cluster > limit && at > rowStart) {
                boolean atBlank = afterBlank > rowStart;
                int cut = atBlank ? afterBlank : at;
                add(rowStart, cut);
                width = atBlank ? width - widthAfterBlank : 0;
                rowStart = cut;
                afterBlank = cut;
                continue;
            }
            width += cluster;
            at = Boundaries.next(text, at);
            if (blank) {
                afterBlank = at;
                widthAfterBlank = width;
            }
        }
        add(rowStart, end);
        if (width >= columns) {
            add(end, end);
        }
    }

    private void add(int start, int end) {
        if (rows == starts.length) {
            starts = Arrays.copyOf(starts, rows * 2);
            ends = Arrays.copyOf(ends, rows * 2);
        }
        starts[rows] = start;
        ends[rows] = end;
        rows++;
    }

    private int width(int at) {
        int next = Boundaries.next(text, at);
        char first = text.charAt(at);
        if (next == at + 1 && first >= ' ' && first < 0x7F) {
            return 1;
        }
        return sanitizer.line(text.substring(at, next)).width();
    }
}
