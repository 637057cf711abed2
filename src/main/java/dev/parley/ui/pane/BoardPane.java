package dev.parley.ui.pane;

import dev.parley.terminal.Surface;
import dev.parley.text.SafeText;
import dev.parley.ui.pane.BoardColumns.Placed;
import dev.parley.ui.state.BoardColumn;
import dev.parley.ui.state.BoardSort;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.Row;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list as a table over the whole width. */
final class BoardPane {
    private final UiState state;
    private final Look look;
    private final FrameTime time;

    BoardPane(UiState state, FrameTime time) {
        this.state = state;
        this.look = state.look();
        this.time = time;
    }

    /** The heading, each row, and the line above the closed ones. */
    static int rowsWanted(UiState state) {
        List<Row> rows = state.rows().all();
        boolean closed = !rows.isEmpty() && !rows.get(rows.size() - 1).open();
        return 1 + rows.size() + (closed ? 1 : 0);
    }

    void draw(Surface pane) {
        pane.fill(look.style(Slot.LIST_ITEM));
        List<Placed> columns = BoardColumns.fit(pane.columns());
        heading(pane.part(0, 0, pane.columns(), 1), columns);
        List<Optional<Row>> lines = lines();
        int height = pane.rows() - 1;
        int first = firstVisible(lines, height);
        for (int i = 0; i < height && first + i < lines.size(); i++) {
            guarded(lines.get(first + i), pane.part(0, 1 + i, pane.columns(), 1), columns);
        }
        int edge = pane.columns() - 1;
        if (first > 0) {
            new Ink(pane, look).put(edge, 0, look.glyphs().up(), Slot.LIST_HEADING);
        }
        if (first + height < lines.size()) {
            new Ink(pane, look).put(edge, pane.rows() - 1, look.glyphs().down(), Slot.LIST_HEADING);
        }
    }

    private void heading(Surface line, List<Placed> columns) {
        Ink ink = new Ink(line, look);
        BoardSort sort = state.boardSort();
        for (Placed placed : columns) {
            SafeText words = look.text(placed.what().heading());
            if (placed.what() == sort.column()) {
                words = words.plus(
                        sort.reversed() ? look.glyphs().up() : look.glyphs().down());
            }
            ink.put(placed.column(), 0, look.fit(words, placed.width()), Slot.LIST_HEADING);
        }
    }

    /** Empty stands for the line above the closed ones. */
    private List<Optional<Row>> lines() {
        List<Optional<Row>> lines = new ArrayList<>();
        boolean closed = false;
        for (Row row : state.rows().all()) {
            if (!row.open() && !closed) {
                lines.add(Optional.empty());
                closed = true;
            }
            lines.add(Optional.of(row));
        }
        return lines;
    }

    /** The board stands still until the selected row would leave it, with one row of context. */
    private int firstVisible(List<Optional<Row>> lines, int height) {
        int selected = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).filter(row -> row.place().equals(state.selected())).isPresent()) {
                selected = i;
            }
        }
        int most = Math.max(0, lines.size() - height);
        return Math.max(0, Math.min(most, selected - height + 2));
    }

    /** One conversation that cannot be drawn must not hide the others. */
    private void guarded(Optional<Row> row, Surface line, List<Placed> columns) {
        try {
            row.ifPresentOrElse(known -> row(known, line, columns), () -> separator(line));
        } catch (RuntimeException | StackOverflowError bug) {
            int number = state.bugs().note("a row of the board could not be drawn", bug);
            line.fill(look.style(Slot.LIST_ITEM));
            new Ink(line, look).put(BoardColumns.MARK, 0, "cannot show this (#" + number + ")", Slot.LIST_ITEM);
        }
    }

    private void separator(Surface line) {
        Ink ink = new Ink(line, look);
        ink.rule(0, 0, line.columns(), Slot.LIST_SEPARATOR);
        ink.put(1, 0, " closed ", Slot.LIST_SEPARATOR);
    }

    private void row(Row row, Surface line, List<Placed> columns) {
        RowFacts facts = new RowFacts(state, time, row);
        if (facts.selected()) {
            line.fill(look.style(Slot.LIST_ITEM_SELECTED));
        }
        Ink ink = new Ink(line, look);
        ink.put(0, 0, facts.marker(look), facts.slot());
        BoardCell cell = new BoardCell(state, time, facts);
        for (Placed placed : columns) {
            boolean unread = placed.what() == BoardColumn.UNREAD && !facts.selected();
            ink.put(
                    placed.column(),
                    0,
                    cell.of(placed.what(), placed.width()),
                    unread ? Slot.LIST_ITEM_UNREAD : facts.slot());
        }
    }
}
