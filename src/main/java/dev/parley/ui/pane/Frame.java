package dev.parley.ui.pane;

import dev.parley.terminal.Surface;
import dev.parley.ui.state.Cursor;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.Overlay;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Slot;
import java.time.Instant;
import java.util.Iterator;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One picture of the whole screen. Changes nothing but where the input's window of rows stands. */
public final class Frame {
    private static final Logger LOG = Logger.getLogger(Frame.class.getName());

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
        return Geometry.of(state.columns(), state.lines(), state.switches().listShown(), inputRows);
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
            guarded("overlay", () -> cursor[0] = overlay.draw(below, look).moved(0, 1));
        }
        return cursor[0];
    }

    /** What overlays may cover: row 1 is seen at all times, and so are the hints where they have a row. */
    private Surface belowStatus(Surface screen) {
        boolean hint = !state.switches().bare() && geometry(state).hint();
        return screen.part(0, 1, screen.columns(), screen.rows() - (hint ? 2 : 1));
    }

    private Cursor panes(Surface screen) {
        time.today();
        if (state.switches().bare()) {
            HistoryView view = history(state, time.now());
            guarded("history", () -> new HistoryPane(state).draw(screen, view, false));
            if (state.notices().shown().isPresent()) {
                int row = screen.rows() - 1;
                guarded("notice", () -> new HintRow(state, offers).draw(screen.part(0, row, screen.columns(), 1)));
            }
            return Cursor.HIDDEN;
        }
        Geometry at = geometry(state);
        int columns = screen.columns();
        guarded("status", () -> new StatusRow(state, time).draw(screen.part(0, 0, columns, 1)));
        if (at.strip()) {
            guarded("strip", () -> new StripRow(state, time).draw(screen.part(0, 1, columns, 1)));
        }
        guarded("history", () -> history(screen, at));
        guarded("list", () -> list(screen, at));
        rule(screen, at);
        Cursor[] cursor = {Cursor.HIDDEN};
        guarded(
                "input",
                () -> cursor[0] = new InputPane(state).draw(screen.part(0, at.inputRow(), columns, at.inputRows())));
        hint(screen, at);
        guarded("completions", () -> CompletionList.draw(screen.part(0, 1, columns, at.ruleRow()), state, offers));
        return cursor[0].moved(0, at.inputRow());
    }

    private void history(Surface screen, Geometry at) {
        int column = at.historyColumn();
        int columns = at.historyColumns();
        if (at.head()) {
            new HeadLine(state, time).draw(screen.part(column, at.bodyTop(), columns, 1), at);
        }
        int rows = at.bodyTop() + at.bodyRows() - at.historyTop();
        HistoryView view = HistoryView.of(state, at, time.now());
        new HistoryPane(state).draw(screen.part(column, at.historyTop(), columns, rows), view, at.hasFoot());
    }

    private void list(Surface screen, Geometry at) {
        if (at.list() > 0) {
            new ListPane(state, time).draw(screen.part(0, at.bodyTop(), at.list(), at.bodyRows()));
            for (int row = at.bodyTop(); row < at.ruleRow(); row++) {
                new Ink(screen, state.look())
                        .put(at.list(), row, state.look().glyphs().vertical(), Slot.FRAME);
            }
        } else if (state.switches().listOver() && !Geometry.hasRoomForList(state.columns(), state.lines())) {
            new ListPane(state, time).draw(screen.part(0, at.bodyTop(), screen.columns(), at.bodyRows()));
        }
    }

    private void rule(Surface screen, Geometry at) {
        Ink ink = new Ink(screen, state.look());
        ink.rule(0, at.ruleRow(), screen.columns(), Slot.FRAME);
        if (at.list() > 0) {
            ink.put(at.list(), at.ruleRow(), state.look().glyphs().tee(), Slot.FRAME);
        }
    }

    private void hint(Surface screen, Geometry at) {
        if (at.hint()) {
            int row = screen.rows() - 1;
            guarded("hint", () -> new HintRow(state, offers).draw(screen.part(0, row, screen.columns(), 1)));
        } else if (HintRow.speaks(state)) {
            guarded("notice", () -> new HintRow(state, offers).draw(screen.part(0, at.ruleRow(), screen.columns(), 1)));
        }
    }

    /** A pane that fails must not take the others, and the input least of all, with it. */
    private static void guarded(String what, Runnable draw) {
        try {
            draw.run();
        } catch (RuntimeException bug) {
            LOG.log(Level.WARNING, bug, () -> "the " + what + " could not be drawn");
        }
    }
}
