package dev.parley.ui.pane;

import dev.parley.conversation.Place;
import dev.parley.ui.state.UiState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What stands under a cell of the screen, as it was drawn last. Cells count from 0. */
public final class Hits {
    private final UiState state;
    private final Geometry at;
    private final FrameTime time;

    public Hits(UiState state, Instant now) {
        this.state = state;
        this.at = Frame.geometry(state);
        this.time = new FrameTime(now, state.look().zone());
    }

    /** The conversation whose row of the list, or whose piece of the strip, it is. */
    public Optional<Place> place(int column, int row) {
        if (!isPlain()) {
            return Optional.empty();
        }
        boolean over = state.switches().listOver() && !Geometry.hasRoomForList(state.columns(), state.lines());
        int columns = over ? state.columns() : at.list();
        boolean inBody = row >= at.bodyTop() && row < at.ruleRow();
        if (inBody && column < columns) {
            return new ListPane(state, time).placeAt(columns, at.bodyRows(), row - at.bodyTop());
        }
        return at.strip() && row == 1 ? new StripRow(state, time).placeAt(state.columns(), column) : Optional.empty();
    }

    /** The place in the text of the input that stands nearest before it. */
    public OptionalInt index(int column, int row) {
        boolean text = state.search().isEmpty() && state.find().isEmpty();
        boolean inside = row >= at.inputRow() && row < at.inputRow() + at.inputRows();
        return isPlain() && text && inside
                ? OptionalInt.of(
                        new InputPane(state).indexAt(state.columns(), at.inputRows(), column, row - at.inputRow()))
                : OptionalInt.empty();
    }

    private boolean isPlain() {
        return state.overlays().isEmpty()
                && !state.switches().bare()
                && !Geometry.tooSmall(state.columns(), state.lines());
    }
}
