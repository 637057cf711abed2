package dev.parley.ui.pane;

import dev.parley.ui.state.BoardColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which columns of the board there is room for, and where each stands. */
final class BoardColumns {
    /** Columns of the screen for the mark before a row. */
    static final int MARK = 2;

    private static final int GAP = 2;
    private static final Comparator<BoardColumn> BY_RANK = Comparator.comparingInt(BoardColumn::rank);

    /** @param column of the screen where it begins */
    record Placed(BoardColumn what, int column, int width) {}

    private BoardColumns() {}

    /** In their order. Those that matter least give way first; those that matter most get what they want first. */
    static List<Placed> fit(int columns) {
        List<BoardColumn> shown = new ArrayList<>(List.of(BoardColumn.values()));
        while (shown.size() > 1 && least(shown) > columns) {
            shown.remove(shown.stream().max(BY_RANK).orElseThrow());
        }
        Map<BoardColumn, Integer> widths = new EnumMap<>(BoardColumn.class);
        shown.forEach(column -> widths.put(column, column.least()));
        int left = columns - least(shown);
        for (BoardColumn column : shown.stream().sorted(BY_RANK).toList()) {
            int more = Math.max(0, Math.min(left, column.wanted() - column.least()));
            widths.merge(column, more, Integer::sum);
            left -= more;
        }
        List<Placed> placed = new ArrayList<>();
        int at = MARK;
        for (BoardColumn column : shown) {
            int width = widths.getOrDefault(column, 0);
            placed.add(new Placed(column, at, Math.min(width, Math.max(0, columns - at))));
            at += width + GAP;
        }
        return placed;
    }

    private static int least(List<BoardColumn> columns) {
        return MARK + columns.stream().mapToInt(BoardColumn::least).sum() + GAP * (columns.size() - 1);
    }
}
