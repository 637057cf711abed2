package dev.parley.ui.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows that are in view.
 *
 * @param lines from the top; fewer than the height when there are not more
 * @param first the first item in view, -1 when there is none
 * @param firstRow the row of it that stands at the top
 * @param last the last item in view
 * @param bottom whether nothing lies below
 */
public record Window(List<Line> lines, int first, int firstRow, int last, boolean bottom) {
    private static final Window NOTHING = new Window(List.of(), -1, 0, -1, true);

    /** The view from {@code anchor}; the newest rows when there is none, or when its item is gone. */
    public static Window at(Rows rows, @Nullable Anchor anchor, int height) {
        int item = anchor == null ? -1 : rows.indexOf(anchor.key());
        if (anchor == null || item < 0) {
            return newest(rows, height);
        }
        Window there = from(rows, new Position(item, Math.min(anchor.row(), lastRow(rows, item))), height);
        return there.bottom && there.lines.size() < height ? newest(rows, height) : there;
    }

    /** The same view moved by {@code delta} rows, down when positive; empty when that reaches the newest row. */
    public Optional<Anchor> moved(Rows rows, int delta, int height) {
        if (first < 0) {
            return Optional.empty();
        }
        Position at = step(rows, new Position(first, firstRow), delta);
        Window there = from(rows, at, height);
        return there.bottom ? Optional.empty() : Optional.of(there.anchor(rows));
    }

    /** The anchor that keeps this view as it is. The view must not be empty. */
    public Anchor anchor(Rows rows) {
        String key = rows.key(first);
        rows.remember(key, first);
        return new Anchor(key, firstRow);
    }

    private record Position(int item, int row) {}

    private static Window newest(Rows rows, int height) {
        List<Line> lines = new ArrayList<>();
        int last = rows.size() - 1;
        for (int item = last; item >= 0 && lines.size() < height; item--) {
            List<Line> own = rows.of(item);
            int taken = Math.min(own.size(), height - lines.size());
            for (int row = own.size() - 1; row >= own.size() - taken; row--) {
                lines.add(own.get(row));
            }
            if (lines.size() == height || item == 0) {
                Collections.reverse(lines);
                return new Window(lines, item, own.size() - taken, last, true);
            }
        }
        return NOTHING;
    }

    private static Window from(Rows rows, Position top, int height) {
        List<Line> lines = new ArrayList<>();
        int row = top.row();
        int last = top.item();
        for (int item = top.item(); item < rows.size(); item++) {
            List<Line> own = rows.of(item);
            for (; row < own.size(); row++) {
                if (lines.size() == height) {
                    return new Window(lines, top.item(), top.row(), last, false);
                }
                lines.add(own.get(row));
                last = item;
            }
            row = 0;
        }
        return new Window(lines, top.item(), top.row(), last, true);
    }

    private static Position step(Rows rows, Position at, int delta) {
        int item = at.item();
        int row = at.row() + delta;
        while (row < 0 && item > 0) {
            item--;
            row += rows.of(item).size();
        }
        while (item < rows.size() - 1 && row >= rows.of(item).size()) {
            row -= rows.of(item).size();
            item++;
        }
        return new Position(item, Math.max(0, Math.min(row, lastRow(rows, item))));
    }

    private static int lastRow(Rows rows, int item) {
        return Math.max(0, rows.of(item).size() - 1);
    }
}
