package dev.parley.ui.pane;

import dev.parley.terminal.Surface;
import dev.parley.text.SafeText;
import dev.parley.text.Wrap;
import dev.parley.ui.state.Cursor;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.Overlay;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Slot;
import java.time.Instant;
import java.util.Iterator;

/** One picture of the whole screen. Changes nothing but where the input's window of rows stands. */
public final class Frame {
    private final UiState state;
    private final Offers offers;
    private final FrameTime time;

    public Frame(UiState state, Offers offers, FrameTime time) {
        this.state = state;
        this.offers = offers;
        this.time = time;
    }

    /** Where everything stands on the screen as it is now. */
    public static Geometry geometry(UiState state) {
        int inputRows = Math.min(InputPane.rowsWanted(state), Geometry.mostInputRows(state.lines()));
        int boardRows = state.switches().board() ? BoardPane.rowsWanted(state) : 0;
        return Geometry.of(state.columns(), state.lines(), state.switches().listShown(), inputRows, boardRows);
    }

    /** The history as this screen shows it. */
    public static HistoryView history(UiState state, Instant now) {
        Geometry geometry = state.switches().bare() ? Geometry.bare(state.columns(), state.lines()) : geometry(state);
        return HistoryView.of(state, geometry, now);
    }

    /** Draws all of it and says where the cursor stands. */
    public Cursor draw(Surface screen) {
        Look look = state.look();
        screen.fill(look.style(Slot.SCREEN));
        if (Geometry.tooSmall(screen.columns(), screen.rows())) {
            new Ink(screen, look).put(0, 0, "too small", Slot.SCREEN);
            return Cursor.HIDDEN;
        }
        Cursor[] cursor = {panes(screen)};
        Surface below = belowStatus(screen);
        for (Iterator<Overlay> overlays = state.overlays().upwards(); overlays.hasNext(); ) {
            Overlay overlay = overlays.next();
            guarded(
                    "overlay",
                    row(below, 0),
                    () -> cursor[0] = overlay.draw(below, look).moved(0, 1));
        }
        return cursor[0];
    }

    /** Draws the input alone over what stands there, all else being as it was; see {@link Rest}. */
    public Cursor drawInput(Surface screen) {
        return input(screen, geometry(state));
    }

    /** What overlays may cover: row 1 is seen at all times, and so are the hints where they have a row. */
    private Surface belowStatus(Surface screen) {
        boolean hint = !state.switches().bare() && geometry(state).hint();
        return screen.part(0, 1, screen.columns(), screen.rows() - (hint ? 2 : 1));
    }

    private Cursor panes(Surface screen) {
        time.today();
        if (state.switches().bare()) {
            guarded("history", screen, () -> new HistoryPane(state).draw(screen, history(state, time.now()), false));
            if (state.notices().shown().isPresent()) {
                hints("notice", row(screen, screen.rows() - 1));
            }
            return Cursor.HIDDEN;
        }
        Geometry at = geometry(state);
        Surface status = row(screen, 0);
        guarded("status", status, () -> new StatusRow(state, time).draw(status));
        if (at.strip()) {
            Surface strip = row(screen, 1);
            guarded("strip", strip, () -> new StripRow(state, time).draw(strip));
        }
        history(screen, at);
        board(screen, at);
        list(screen, at);
        rule(screen, at);
        Cursor cursor = input(screen, at);
        if (at.hint()) {
            hints("hint", row(screen, screen.rows() - 1));
        } else if (HintRow.speaks(state)) {
            hints("notice", row(screen, at.ruleRow()));
        }
        Surface above = screen.part(0, 1, screen.columns(), at.ruleRow());
        guarded("completions", row(screen, at.ruleRow()), () -> CompletionList.draw(above, state, offers));
        return cursor;
    }

    private static Surface row(Surface screen, int row) {
        return screen.part(0, row, screen.columns(), 1);
    }

    private void hints(String what, Surface row) {
        guarded(what, row, () -> new HintRow(state, offers).draw(row));
    }

    private Cursor input(Surface screen, Geometry at) {
        Surface pane = screen.part(0, at.inputRow(), screen.columns(), at.inputRows());
        pane.fill(state.look().style(Slot.SCREEN));
        Cursor[] cursor = {Cursor.HIDDEN};
        guarded("input", pane, () -> cursor[0] = new InputPane(state).draw(pane));
        return cursor[0].moved(0, at.inputRow());
    }

    private void history(Surface screen, Geometry at) {
        int column = at.historyColumn();
        int columns = at.historyColumns();
        if (at.head()) {
            Surface head = screen.part(column, at.bodyTop(), columns, 1);
            guarded("head line", head, () -> new HeadLine(state, time).draw(head, at));
        }
        Surface turns = screen.part(column, at.historyTop(), columns, at.bodyTop() + at.bodyRows() - at.historyTop());
        guarded("history", turns, () -> {
            HistoryView view = HistoryView.of(state, at, time.now());
            new HistoryPane(state).draw(turns, view, at.hasFoot());
        });
    }

    private void board(Surface screen, Geometry at) {
        if (at.board() > 0) {
            Surface board = screen.part(0, 1, screen.columns(), at.board());
            guarded("board", board, () -> new BoardPane(state, time).draw(board));
            new Ink(screen, state.look()).rule(0, 1 + at.board(), screen.columns(), Slot.FRAME);
        }
    }

    private void list(Surface screen, Geometry at) {
        boolean over = state.switches().listOver()
                && at.board() == 0
                && !Geometry.hasRoomForList(state.columns(), state.lines());
        if (at.list() == 0 && !over) {
            return;
        }
        Surface list = screen.part(0, at.bodyTop(), at.list() > 0 ? at.list() : screen.columns(), at.bodyRows());
        guarded("list", list, () -> new ListPane(state, time).draw(list));
        for (int row = at.bodyTop(); at.list() > 0 && row < at.ruleRow(); row++) {
            new Ink(screen, state.look())
                    .put(at.list(), row, state.look().glyphs().vertical(), Slot.FRAME);
        }
    }

    private void rule(Surface screen, Geometry at) {
        Surface row = row(screen, at.ruleRow());
        guarded("rule", row, () -> {
            Ink ink = new Ink(row, state.look());
            ink.rule(0, 0, row.columns(), Slot.FRAME);
            if (at.list() > 0) {
                ink.put(at.list(), 0, state.look().glyphs().tee(), Slot.FRAME);
            }
        });
    }

    /** A pane that fails must not take the others, and the input least of all, with it. */
    private void guarded(String what, Surface part, Runnable draw) {
        try {
            draw.run();
        } catch (RuntimeException | StackOverflowError bug) {
            int number = state.bugs().note("the " + what + " could not be drawn", bug);
            part.fill(state.look().style(Slot.SCREEN));
            SafeText words = state.look().text("cannot show this (#" + number + ")");
            int row = 0;
            for (SafeText line : Wrap.wrap(words, Math.max(1, part.columns() - 1))) {
                new Ink(part, state.look()).put(1, row++, line, Slot.NOTICE_ERROR);
            }
        }
    }
}
