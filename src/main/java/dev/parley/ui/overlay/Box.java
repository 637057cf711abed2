package dev.parley.ui.overlay;

import dev.parley.terminal.Surface;
import dev.parley.ui.pane.Ink;
import dev.parley.ui.state.Look;
import dev.parley.ui.theme.Slot;

/** Where an overlay stands: in the middle, a line above with its title and one below; nothing at its sides, so that what it says can be selected. */
record Box(Surface inside, int column, int row) {
    private static final int MARGIN = 2;

    static Box draw(Surface screen, Look look, String title, int wantedColumns, int wantedRows) {
        int columns = Math.min(screen.columns(), wantedColumns + 2 * MARGIN);
        int rows = Math.min(screen.rows(), wantedRows + 2);
        int left = (screen.columns() - columns) / 2;
        int top = (screen.rows() - rows) / 3;
        Surface all = screen.part(left, top, columns, rows);
        all.fill(look.style(Slot.OVERLAY_TEXT));
        Ink ink = new Ink(all, look);
        ink.rule(0, 0, columns, Slot.OVERLAY_BORDER);
        ink.put(2, 0, look.fit(look.text(" " + title + " "), columns - 4), Slot.OVERLAY_TITLE);
        ink.rule(0, rows - 1, columns, Slot.OVERLAY_BORDER);
        int margin = columns > 4 * MARGIN ? MARGIN : 0;
        Surface inside = all.part(margin, 1, columns - 2 * margin, rows - 2);
        return new Box(inside, left + margin, top + 1);
    }
}
