package dev.parley.terminal;

import dev.parley.text.Cluster;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Turns frames into bytes: what changed since the last one, in as few of them as is simple, in UTF-8. It never clears the
 * screen: what it does not know it writes over. Used by one thread, but for {@link #wallHits}.
 */
public final class FrameWriter {
    /** Below this the cursor is not seen to jump, and hiding it would cost more than the change. */
    private static final int HIDE_CURSOR_FROM = 32;

    private static final int SYNCHRONIZE_FROM = 100;
    /** Erasing and stepping over blanks takes 4 bytes each and two digits. */
    private static final int ERASE_FROM = 12;

    private static final int BLANK_TO_THE_END_FROM = 4;
    private static final int MERGED_GAP = 4;
    private static final int KEPT_PENS = 1_000;

    private final ColorMode colors;
    private final boolean xtermLike;
    private final Repertoire repertoire;
    private final Wall wall;
    private final AtomicInteger wallHits = new AtomicInteger();
    private final Map<Style, Pen> pens = new HashMap<>();
    private final Caret caret = new Caret();
    private Bytes out = new Bytes();
    private @Nullable CellGrid shown;
    private @Nullable Boolean cursorShown;
    private String title = "";
    private boolean mouse;
    private Pen pen = Pen.PLAIN;

    /** @param xtermLike whether the terminal takes a title (OSC 2) and the mouse's modes without printing them */
    public FrameWriter(ColorMode colors, boolean xtermLike) {
        this(colors, xtermLike, Repertoire.UTF_8, Wall.CELLS);
    }

    /**
     * @param xtermLike whether the terminal takes a title (OSC 2) and the mouse's modes without printing them
     * @param wall asked about everything that is written, in the cells and in the title
     */
    public FrameWriter(ColorMode colors, boolean xtermLike, Repertoire repertoire, Wall wall) {
        this.colors = colors;
        this.xtermLike = xtermLike;
        this.repertoire = repertoire;
        this.wall = wall;
    }

    /** Clusters that the second wall replaced by {@code ?}; any thread. More than 0 is a bug. */
    public int wallHits() {
        return wallHits.get();
    }

    /** The next frame writes everything. */
    public void forget() {
        shown = null;
    }

    /**
     * What makes the terminal show {@code frame}; empty where it does.
     *
     * @param synchronizedOutput whether the terminal said that it has mode 2026
     */
    public byte[] write(Frame frame, boolean synchronizedOutput) {
        out = new Bytes();
        CellGrid cells = frame.cells();
        boolean over = frame.everything() || shown == null || !sameSize(shown, cells);
        if (over) {
            startOver();
        }
        if (pens.size() > KEPT_PENS) {
            pens.clear();
        }
        writeTitle(frame, over);
        writeMouse(frame, over);
        for (int row = 0; row < cells.rows(); row++) {
            writeRow(cells, row);
        }
        shown = cells;
        boolean cursor = frame.column() >= 0;
        if (cursor) {
            int column = Math.min(frame.column(), cells.columns() - 1);
            int row = Math.max(0, Math.min(frame.row(), cells.rows() - 1));
            caret.moveTo(column, row, out);
        }
        return wrapped(out, cursor, synchronizedOutput);
    }

    private void startOver() {
        shown = null;
        cursorShown = null;
        caret.lost();
        out.ascii(Bytes.CSI + "m");
        pen = Pen.PLAIN;
    }

    private byte[] wrapped(Bytes body, boolean cursor, boolean synchronizedOutput) {
        boolean synchronize = synchronizedOutput && body.size() > SYNCHRONIZE_FROM;
        boolean hide = !Boolean.FALSE.equals(cursorShown)
                && (!cursor || cursorShown == null || !synchronize && body.size() > HIDE_CURSOR_FROM);
        boolean show = cursor && (hide || !Boolean.TRUE.equals(cursorShown));
        cursorShown = cursor;
        Bytes all = new Bytes();
        all.ascii(synchronize ? Bytes.CSI + "?2026h" : "").ascii(hide ? Bytes.CSI + "?25l" : "");
        all.writeBytes(body.toByteArray());
        all.ascii(show ? Bytes.CSI + "?25h" : "").ascii(synchronize ? Bytes.CSI + "?2026l" : "");
        return all.toByteArray();
    }

    private void writeTitle(Frame frame, boolean over) {
        StringBuilder wanted = new StringBuilder();
        for (Cluster cluster : frame.title().clusters()) {
            wanted.append(checked(cluster.text(), cluster.width()));
        }
        boolean known = wanted.toString().equals(title) && (!over || title.isEmpty());
        if (!xtermLike || known) {
            return;
        }
        title = wanted.toString();
        if (title.isEmpty()) {
            // The name that it had, from the stack that entering put it on, and back on it for the end.
            out.ascii(Bytes.CSI + "23;0t" + Bytes.CSI + "22;0t");
        } else {
            out.ascii("\033]2;").utf8(title).ascii("\007");
        }
    }

    private void writeMouse(Frame frame, boolean over) {
        if (xtermLike && (frame.mouse() != mouse || over && mouse)) {
            mouse = frame.mouse();
            out.ascii(mouse ? Mouse.ON : Mouse.OFF);
        }
    }

    private void writeRow(CellGrid cells, int row) {
        int column = 0;
        // Columns before this one may have been run over by a cluster that the terminal draws wider than it is.
        int spoiled = 0;
        while (column < cells.columns()) {
            Cell cell = cells.cell(column, row);
            int next = column + Math.max(1, cell.width());
            if (column >= spoiled && isShown(cells, column, row)) {
                column = next;
                continue;
            }
            int erased = erase(cells, column, row, spoiled);
            if (erased > column) {
                column = erased;
                continue;
            }
            moveTo(cells, column, row);
            writeCell(cells, cell, column, row);
            if (cell.uncertain()) {
                spoiled = Math.max(spoiled, column + reach(cell));
            }
            column = next;
        }
    }

    /** Erases a long enough run of blanks and returns the column after it; {@code column} where there is none. */
    private int erase(CellGrid cells, int column, int row, int spoiled) {
        int end = column;
        int lastDue = column;
        while (end < cells.columns() && isErasable(cells.cell(end, row))) {
            if (end < spoiled || !isShown(cells, end, row)) {
                lastDue = end;
            }
            end++;
        }
        int due = lastDue - column + 1;
        boolean toTheEnd = end == cells.columns() && due >= BLANK_TO_THE_END_FROM;
        if (end == column || !toTheEnd && due < ERASE_FROM) {
            return column;
        }
        moveTo(cells, column, row);
        if (!pen.erases()) {
            use(Pen.PLAIN);
        }
        out.ascii(toTheEnd ? Bytes.CSI + "K" : Bytes.CSI + due + "X");
        return toTheEnd ? end : lastDue + 1;
    }

    private void writeCell(CellGrid cells, Cell cell, int column, int row) {
        Pen wanted = pen(cell);
        if (!cell.isBlank() || !wanted.blanksLike(pen)) {
            use(wanted);
        }
        if (cell.uncertain()) {
            // A terminal that draws it narrower must not leave the old text beside it.
            out.ascii(" ".repeat(cell.width()));
            advance(cell.width(), cells.columns());
            caret.moveTo(column, row, out);
        }
        out.utf8(cell.isRightHalf() ? " " : checked(cell.text(), cell.width()));
        if (cell.uncertain()) {
            caret.columnLost();
        } else {
            advance(Math.max(1, cell.width()), cells.columns());
        }
    }

    /** Goes there by address, or by writing what stands in between once more where that is shorter. */
    private void moveTo(CellGrid cells, int column, int row) {
        int from = caret.column();
        if (caret.isLeftOf(column, row) && column - from <= MERGED_GAP) {
            int limit = caret.way(column, row).length();
            StringBuilder between = new StringBuilder();
            int at = from;
            while (at < column && isMergeable(cells.cell(at, row))) {
                between.append(cells.cell(at, row).text());
                at += cells.cell(at, row).width();
            }
            if (at == column && between.length() <= limit && wall.isSafe(between.toString())) {
                out.utf8(between.toString());
                caret.advance(column - from);
                return;
            }
        }
        caret.moveTo(column, row, out);
    }

    /** One byte each, in the pen that is in use. */
    private boolean isMergeable(Cell cell) {
        Pen wanted = pen(cell);
        return cell.width() == 1
                && cell.text().length() == 1
                && cell.text().charAt(0) < 0x7F
                && (wanted.equals(pen) || cell.isBlank() && wanted.blanksLike(pen));
    }

    private void advance(int width, int columns) {
        caret.advance(width);
        // There terminals differ: still in the last column, or about to wrap.
        if (caret.column() >= columns) {
            caret.columnLost();
        }
    }

    private void use(Pen next) {
        out.ascii(pen.changeTo(next));
        pen = next;
    }

    private boolean isErasable(Cell cell) {
        return cell.isBlank() && pen(cell).erases();
    }

    private boolean isShown(CellGrid cells, int column, int row) {
        if (shown == null) {
            return false;
        }
        Cell before = shown.cell(column, row);
        Cell now = cells.cell(column, row);
        if (before == now) {
            return true;
        }
        if (!before.text().equals(now.text()) || before.width() != now.width()) {
            return false;
        }
        return before.style().equals(now.style())
                || pen(before).equals(pen(now))
                || now.isBlank() && pen(before).blanksLike(pen(now));
    }

    private Pen pen(Cell cell) {
        return pens.computeIfAbsent(cell.style(), style -> Pen.of(style, colors));
    }

    private String checked(String text, int width) {
        if (!wall.isSafe(text)) {
            wallHits.incrementAndGet();
        } else if (repertoire.has(text)) {
            return text;
        }
        return width == 2 ? "? " : "?";
    }

    /** Columns it can take at most, on a terminal that draws each of its code points alone. */
    private static int reach(Cell cell) {
        return 2 * cell.text().codePointCount(0, cell.text().length());
    }

    private static boolean sameSize(CellGrid one, CellGrid other) {
        return one.columns() == other.columns() && one.rows() == other.rows();
    }
}
