package dev.parley.ui.edit;

import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An editor as it is seen: a window of rows that follows the cursor. UI thread. */
public final class EditorView {
    private final Sanitizer sanitizer;
    private int top;
    private @Nullable Layout layout;
    private String laidOut = "";

    public EditorView(Sanitizer sanitizer) {
        this.sanitizer = sanitizer;
    }

    /**
     * What to draw.
     *
     * @param rows from 1 to as many as were allowed
     * @param cursorColumn 0 to columns - 1
     * @param cursorRow within {@code rows}
     * @param above rows that are there but not shown
     * @param below likewise
     */
    public record Picture(List<SafeText> rows, int cursorColumn, int cursorRow, int above, int below) {
        public Picture {
            rows = List.copyOf(rows);
        }
    }

    /** Where everything stands at this width; what {@link Editor#up} and {@link Editor#down} want. */
    public Layout layout(Editor editor, int columns) {
        Layout known = layout;
        if (known == null || known.columns() != columns || !laidOut.equals(editor.text())) {
            known = Layout.of(editor.text(), columns, sanitizer);
            layout = known;
            laidOut = editor.text();
        }
        return known;
    }

    /** The cluster boundary nearest before a cell of the {@link #picture} of this size; what lies below gives the end. */
    public int indexAt(Editor editor, int columns, int maxRows, int column, int row) {
        Layout placed = layout(editor, columns);
        picture(editor, columns, maxRows);
        return top + row < placed.rows()
                ? placed.index(top + row, column)
                : editor.text().length();
    }

    /**
     * @param columns at least 1
     * @param maxRows at least 1
     */
    public Picture picture(Editor editor, int columns, int maxRows) {
        Layout placed = layout(editor, columns);
        int shown = Math.min(maxRows, placed.rows());
        int row = placed.rowOf(editor.cursor());
        top = Math.max(row - shown + 1, Math.min(top, row));
        top = Math.max(0, Math.min(top, placed.rows() - shown));
        List<SafeText> rows = new ArrayList<>();
        for (int i = top; i < top + shown; i++) {
            rows.add(placed.row(i));
        }
        return new Picture(rows, placed.columnOf(editor.cursor()), row - top, top, placed.rows() - top - shown);
    }
}
