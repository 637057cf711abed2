package dev.parley.ui.pane;

import dev.parley.conversation.Place;
import dev.parley.ui.history.Anchor;
import dev.parley.ui.state.Find;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.Notices;
import dev.parley.ui.state.Picker;
import dev.parley.ui.state.Row;
import dev.parley.ui.state.UiState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the person has made of the screen beside the text of the input. While that is the same, a key is answered by drawing
 * the input alone; what the sessions told meanwhile ({@link World}) is drawn with the next whole frame.
 */
public record Rest(
        Place selected,
        Geometry geometry,
        Look look,
        Optional<Notices.Notice> notice,
        String chord,
        boolean searching,
        Optional<Picker> picker,
        Optional<Find> find,
        boolean completing,
        boolean nothingTyped,
        boolean exactTimes,
        boolean listOver,
        Optional<Anchor> anchor,
        boolean held,
        Map<String, Integer> unfolded,
        Map<String, Set<Integer>> ticked) {

    /** Empty where the input cannot be drawn alone: something lies over it, or it lies over something. */
    public static Optional<Rest> of(UiState state) {
        boolean plain = state.overlays().isEmpty()
                && state.selection().isEmpty()
                && !state.switches().bare()
                && !Geometry.tooSmall(state.columns(), state.lines())
                && !InputPane.isCommand(state.here().editor());
        if (!plain) {
            return Optional.empty();
        }
        return Optional.of(new Rest(
                state.selected(),
                Frame.geometry(state),
                state.look(),
                state.notices().shown(),
                state.chord(),
                state.search().isPresent(),
                state.picker(),
                state.find(),
                state.completing().isPresent(),
                state.here().editor().isEmpty(),
                state.switches().exactTimes(),
                state.switches().listOver(),
                state.here().scroll().anchor(),
                state.here().scroll().held(),
                state.here().unfolded(),
                state.here().ticked()));
    }

    /** What the screen shows that nobody has to press a key for. */
    public record World(long revision, List<Row> rows, Optional<String> newFrom) {
        public static World of(UiState state) {
            return new World(
                    state.revision(), state.rows().all(), state.here().reading().newFrom());
        }
    }
}
