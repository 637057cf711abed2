package dev.parley.ui.overlay;

import dev.parley.terminal.Surface;
import dev.parley.ui.pane.Ink;
import dev.parley.ui.state.Look;
import dev.parley.ui.theme.Slot;

/** Where an overlay stands: what lies inside its frame, and where that begins. */
record Box(Surface inside, int column, int row) {
    private static final int MARGIN = 2;
    private static final int FRAME = 1;
    /** Less room than this and the frame goes, sides first. */
    private static final int LEAST_COLUMNS = 24;

    private static final int LEAST_ROWS = 6;

    /** In the middle, with a frame all around. */
    static Box framed(Surface screen, Look look, String title, int wantedColumns, int wantedRows) {
        int margin = screen.columns() < LEAST_COLUMNS ? 0 : MARGIN;
        int columns = margin == 0 ? screen.columns() : Math.min(screen.columns(), wantedColumns + 2 * margin);
        int rows = Math.min(screen.rows(), wantedRows + 2 * FRAME);
        int left = (screen.columns() - columns) / 2;
        int top = (screen.rows() - rows) / 3;
        Surface all = screen.part(left, top, columns, rows);
        Box box = ruled(all, look, title, margin, left, top);
        Ink ink = new Ink(all, look);
        for (int row = FRAME; margin > 0 && row < box.inside.rows() + FRAME; row++) {
            ink.put(0, row, look.glyphs().vertical(), Slot.OVERLAY_BORDER);
            ink.put(columns - 1, row, look.glyphs().vertical(), Slot.OVERLAY_BORDER);
        }
        return box;
    }

    /** Over the whole width, with nothing at the sides, so that what it says can be marked and copied. */
    static Box sheet(Surface screen, Look look, String title, int wantedRows) {
        int rows = Math.min(screen.rows(), wantedRows + 2 * FRAME);
        int top = (screen.rows() - rows) / 3;
        Surface all = screen.part(0, top, screen.columns(), rows);
        return ruled(all, look, title, screen.columns() < LEAST_COLUMNS ? 0 : MARGIN, 0, top);
    }

    private static Box ruled(Surface all, Look look, String title, int margin, int left, int top) {
        int columns = all.columns();
        all.fill(look.style(Slot.OVERLAY_TEXT));
        Ink ink = new Ink(all, look);
        ink.rule(0, 0, columns, Slot.OVERLAY_BORDER);
        ink.put(MARGIN, 0, look.fit(look.text(" " + title + " "), columns - 2 * MARGIN), Slot.OVERLAY_TITLE);
        int below = all.rows() < LEAST_ROWS ? 0 : FRAME;
        if (below > 0) {
            ink.rule(0, all.rows() - 1, columns, Slot.OVERLAY_BORDER);
        }
        Surface inside = all.part(margin, FRAME, columns - 2 * margin, all.rows() - FRAME - below);
        return new Box(inside, left + margin, top + FRAME);
    }
}
