package dev.parley.ui.app;

import dev.parley.ui.overlay.Chooser;
import dev.parley.ui.pane.Geometry;
import dev.parley.ui.state.BoardColumn;
import dev.parley.ui.state.BoardSort;
import dev.parley.ui.state.UiState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The board: on and off, and its order; both are remembered. UI thread only. */
final class Boarding {
    static final String BOARD = "board";
    static final String SORT = "sort";
    static final String ON = "on";

    private final Kit kit;
    private final UiState state;

    Boarding(Kit kit) {
        this.kit = kit;
        this.state = kit.state();
    }

    void toggle() {
        boolean shown = !state.switches().board();
        state.switches().listOver(false);
        state.board(shown, state.boardSort());
        kit.preferences().put(BOARD, shown ? ON : "off");
        if (shown && !Geometry.hasRoomForBoard(state.columns(), state.lines())) {
            kit.hint("The board is on, but this screen is too small for it.");
        }
    }

    /** What may stand behind {@code /sort}. */
    static List<String> words() {
        return Stream.of(BoardColumn.values()).map(BoardColumn::word).toList();
    }

    /** {@code /sort due}, {@code /sort -due}; without a word one chooses. */
    void sort(String word) {
        if (word.isEmpty()) {
            choose();
            return;
        }
        Optional<BoardSort> turned = BoardColumn.of(word).map(state.boardSort()::then);
        turned.or(() -> BoardSort.of(word))
                .ifPresentOrElse(
                        this::sort,
                        () -> kit.error(
                                "/sort takes " + String.join(", ", words()) + ", or one of them after a minus."));
    }

    private void sort(BoardSort sort) {
        state.board(state.switches().board(), sort);
        kit.preferences().put(SORT, sort.word());
        kit.hint("The board is sorted by " + sort.column().word() + (sort.reversed() ? ", the other way round." : "."));
    }

    private void choose() {
        state.overlays().open(new Chooser("Sort the board by", "", query -> {
            List<Chooser.Entry> entries = new ArrayList<>();
            for (BoardColumn column : BoardColumn.values()) {
                if (column.word().contains(query.toLowerCase(Locale.ROOT).strip())) {
                    boolean now = column == state.boardSort().column();
                    entries.add(new Chooser.Entry(
                            column.word() + ": " + column.first(),
                            now ? "now; again turns it round" : "",
                            Optional.empty(),
                            () -> sort(state.boardSort().then(column))));
                }
            }
            return entries;
        }));
    }
}
