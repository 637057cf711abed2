package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Role;
import dev.parley.conversation.TimelineItem;
import dev.parley.ui.history.HistoryRows;
import dev.parley.ui.history.Window;
import dev.parley.ui.overlay.MessageFacts;
import dev.parley.ui.pane.Frame;
import dev.parley.ui.pane.HistoryView;
import dev.parley.ui.state.Selection;
import dev.parley.ui.state.UiState;
import java.util.Optional;

/**
 * A message of the history is selected: where it is, and what can be done with it. Holes and day lines are stepped over. The
 * view goes along and stands still under what arrives. UI thread only.
 */
final class Selecting {
    private final Kit kit;
    private final UiState state;
    private final Attending reading;
    private final Scrolling scrolling;

    Selecting(Kit kit, Attending reading, Scrolling scrolling) {
        this.kit = kit;
        this.state = kit.state();
        this.reading = reading;
        this.scrolling = scrolling;
    }

    /** Alt-M: the lowest message in view; again: back to writing. */
    void toggle() {
        if (state.selection().isPresent()) {
            leave();
            return;
        }
        HistoryView view = view();
        Window window = view.window();
        int from = nearest(view.rows(), window.last(), -1);
        select(from < window.first() ? nearest(view.rows(), view.rows().size() - 1, -1) : from);
        if (state.selection().isEmpty()) {
            kit.hint("There is no message here yet.");
        }
    }

    void step(int by) {
        HistoryRows rows = view().rows();
        state.selection().ifPresent(selection -> select(nearest(rows, rows.indexOf(selection.key()) + by, by)));
    }

    void first() {
        select(nearest(view().rows(), 0, 1));
    }

    void last() {
        HistoryRows rows = view().rows();
        select(nearest(rows, rows.size() - 1, -1));
    }

    private void select(int item) {
        HistoryRows rows = view().rows();
        if (item < 0 || item >= rows.size()) {
            return;
        }
        boolean followed = state.selection()
                .map(Selection::followed)
                .orElse(state.here().scroll().follows());
        String key = rows.key(item);
        rows.remember(key, item);
        state.selection(new Selection(state.selected(), key, item, followed));
        scrolling.keep(key);
        reading.activity();
    }

    /** Back to writing; the view is as it was. */
    void leave() {
        state.lastSelection().ifPresent(selection -> {
            if (selection.followed()) {
                state.place(selection.place()).scroll().release();
            }
        });
        state.selection(null);
    }

    /** To be called whenever something may have happened, before drawing: where it is gone, its neighbour is selected. */
    void settle() {
        if (state.selection().isEmpty()) {
            leave();
            return;
        }
        Selection selection = state.selection().get();
        HistoryRows rows = view().rows();
        int item = rows.indexOf(selection.key());
        if (item >= 0) {
            state.selection(selection.to(selection.key(), item));
            return;
        }
        int from = Math.min(selection.index(), rows.size() - 1);
        int above = nearest(rows, from, -1);
        int next = above >= 0 ? above : nearest(rows, from, 1);
        if (next < 0) {
            leave();
        } else {
            select(next);
        }
    }

    /** The message that is selected. */
    Optional<TimelineItem> item() {
        HistoryRows rows = view().rows();
        return state.selection()
                .map(selection -> rows.indexOf(selection.key()))
                .filter(item -> item >= 0)
                .map(rows::item);
    }

    /** The message that is selected, else the newest that somebody else has said. */
    Optional<TimelineItem> itemOrNewest() {
        return item().or(() -> {
            HistoryRows rows = view().rows();
            for (int item = rows.size() - 1; item >= 0; item--) {
                if (rows.item(item) instanceof TimelineItem.Said said
                        && !said.turn().who().self()
                        && said.turn().who().role() != Role.CONTROLLER) {
                    return Optional.of(said);
                }
            }
            return Optional.empty();
        });
    }

    /** Why the selected message cannot be sent again; empty when it can. */
    Optional<String> whyNoRetry() {
        return ActionTable.off(failed().isEmpty(), "only a failed message of yours can be sent again");
    }

    void retry() {
        failed().ifPresent(
                        outgoing -> kit.send(new Command.Retry(outgoing.place().consumer(), outgoing.cid())));
    }

    private Optional<Outgoing> failed() {
        return item().filter(TimelineItem.Own.class::isInstance)
                .map(own -> ((TimelineItem.Own) own).outgoing())
                .filter(own -> own.delivery() == Delivery.FAILED || own.delivery() == Delivery.UNKNOWN);
    }

    /** Shows more of the selected message, where it is folded. */
    void unfold() {
        state.selection().ifPresent(selection -> {
            state.here().unfold(selection.key());
            scrolling.keep(selection.key());
        });
    }

    /** What is kept of the message, as far as a person can use it. */
    void frame() {
        itemOrNewest()
                .ifPresentOrElse(
                        item -> state.overlays().open(MessageFacts.of(state, item)),
                        () -> kit.hint("There is no message here yet."));
    }

    /** What a message of the history is, from {@code from} on in steps of {@code by}; -1 where there is none. */
    private static int nearest(HistoryRows rows, int from, int by) {
        for (int item = from; item >= 0 && item < rows.size(); item += by) {
            if (rows.item(item) instanceof TimelineItem.Said || rows.item(item) instanceof TimelineItem.Own) {
                return item;
            }
        }
        return -1;
    }

    private HistoryView view() {
        return Frame.history(state, kit.clock().now());
    }
}
