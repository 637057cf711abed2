package dev.parley.ui.pane;

/**
 * Where everything stands on a screen of this size.
 *
 * @param list columns of the list, 0 when it is not beside the history
 * @param strip whether one row of list stands above the history instead
 * @param bodyTop first row of list and history
 * @param bodyRows rows of list and history, the head line included
 * @param head whether the history has its head line
 * @param inputRows rows of the input
 * @param hint whether there is a hint row
 * @param roomy whether there is room for names, ages and the small print
 * @param bare whether there is nothing but history
 * @param board rows of the board, its heading included, from row 1 on, with a line below it; 0 where there is none
 */
public record Geometry(
        int columns,
        int rows,
        int list,
        boolean strip,
        int bodyTop,
        int bodyRows,
        boolean head,
        int inputRows,
        boolean hint,
        boolean roomy,
        boolean bare,
        int board) {
    private static final int LIST_FROM_COLUMNS = 72;
    private static final int LIST_FROM_ROWS = 12;
    private static final int ROOMY_COLUMNS = 100;
    private static final int BOARD_FROM_COLUMNS = 40;
    private static final int BOARD_FROM_ROWS = 12;
    private static final int LEAST_BOARD = 3;

    /** Under 20 x 5 nothing is drawn but that it is too small. */
    public static boolean tooSmall(int columns, int rows) {
        return columns < 20 || rows < 5;
    }

    /** The most rows that the input may take. */
    public static int mostInputRows(int rows) {
        return Math.max(1, rows / 3);
    }

    /** @param boardRows how many rows the board would take; 0 where it is not wanted */
    public static Geometry of(int columns, int rows, boolean listShown, int inputRows, int boardRows) {
        Geometry plain = of(columns, rows, listShown && boardRows == 0, inputRows);
        return boardRows == 0 || !hasRoomForBoard(columns, rows) ? plain : plain.below(boardRows);
    }

    private Geometry below(int boardRows) {
        int all = bodyRows + bodyTop - 1;
        int board = Math.min(boardRows, Math.max(LEAST_BOARD, (all - 1) / 2));
        int left = Math.max(0, all - board - 1);
        return new Geometry(columns, rows, 0, false, board + 2, left, left >= 4, inputRows, hint, roomy, false, board);
    }

    private static Geometry of(int columns, int rows, boolean listShown, int inputRows) {
        boolean full = columns >= LIST_FROM_COLUMNS && rows >= LIST_FROM_ROWS;
        boolean roomy = columns >= ROOMY_COLUMNS;
        boolean strip = !full && rows >= 8;
        int list = full && listShown ? (roomy ? 28 : 15) : 0;
        int bodyTop = strip ? 2 : 1;
        int bodyRows = Math.max(0, rows - bodyTop - 1 - inputRows - (full ? 1 : 0));
        return new Geometry(
                columns, rows, list, strip, bodyTop, bodyRows, bodyRows >= 4, inputRows, full, full && roomy, false, 0);
    }

    /** The whole screen for the history. */
    public static Geometry bare(int columns, int rows) {
        return new Geometry(columns, rows, 0, true, 0, rows, false, 0, false, columns >= ROOMY_COLUMNS, true, 0);
    }

    /** Whether the list can stand beside the history at this size. */
    public static boolean hasRoomForList(int columns, int rows) {
        return columns >= LIST_FROM_COLUMNS && rows >= LIST_FROM_ROWS;
    }

    /** Whether the board can stand over the history at this size. */
    public static boolean hasRoomForBoard(int columns, int rows) {
        return columns >= BOARD_FROM_COLUMNS && rows >= BOARD_FROM_ROWS;
    }

    public int ruleRow() {
        return bodyTop + bodyRows;
    }

    public int inputRow() {
        return ruleRow() + 1;
    }

    public int historyColumn() {
        return list == 0 ? 0 : list + 1;
    }

    public int historyColumns() {
        return columns - historyColumn();
    }

    public int historyTop() {
        return bodyTop + (head ? 1 : 0);
    }

    /** Rows for turns: the last row of the body is kept for who is typing and what is new below. */
    public int historyRows() {
        int below = bodyRows - (head ? 1 : 0);
        return hasFoot() ? below - 1 : below;
    }

    public boolean hasFoot() {
        return !bare && bodyRows - (head ? 1 : 0) >= 3;
    }
}
