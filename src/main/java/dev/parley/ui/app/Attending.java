package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Place;
import dev.parley.conversation.TimelineItem;
import dev.parley.conversation.Update;
import dev.parley.ui.history.ItemKey;
import dev.parley.ui.pane.Frame;
import dev.parley.ui.pane.HistoryView;
import dev.parley.ui.state.Reading;
import dev.parley.ui.state.ReceiptMode;
import dev.parley.ui.state.UiState;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When something counts as read: the person typed, scrolled, or stayed a second with the terminal focused. Moving through
 * the list is only peeking. UI thread only.
 */
final class Attending {
    private static final long DWELL_MILLIS = 1_000;
    /** Items looked at for the newest of each dialog in view. */
    private static final int LOOK_BACK = 200;

    private final Kit kit;
    private boolean active;
    private long since;
    private Timers.@Nullable Task dwell;

    Attending(Kit kit) {
        this.kit = kit;
        this.since = kit.clock().millis();
    }

    /** The person has come to another place. */
    void entered() {
        active = false;
        since = kit.clock().millis();
        waitForDwell();
    }

    /** The person leaves a place: what was new there has been seen, or is still unread. */
    void left(Place place) {
        UiState state = kit.state();
        boolean unread = state.inbox()
                .conversation(place)
                .filter(known -> known.unread() > 0)
                .isPresent();
        if (!unread) {
            state.place(place).reading().newFrom(null);
        }
    }

    /** The person typed or scrolled here. */
    void activity() {
        active = true;
        kit.state().focused(true);
    }

    void focus(boolean gained) {
        kit.state().focused(gained);
        active = false;
        since = kit.clock().millis();
        waitForDwell();
    }

    /** The person answered: whatever is here has been read. */
    void answered() {
        active = true;
        kit.state().here().reading().newFrom(null);
        if (kit.state().switches().receipts() == ReceiptMode.ON_REPLY
                && !kit.state().readOnly()) {
            mark();
        }
    }

    /** To be called whenever something may have arrived, before drawing. */
    void settle() {
        UiState state = kit.state();
        Optional<Conversation> conversation = state.conversation().filter(known -> known.unread() > 0);
        if (conversation.isEmpty()) {
            return;
        }
        boolean attentive = active || state.focused() && kit.clock().millis() - since >= DWELL_MILLIS;
        Reading reading = state.here().reading();
        if (reading.newFrom().isEmpty() && !(attentive && state.here().scroll().follows() && reads())) {
            conversation.get().firstUnread().ifPresent(first -> reading.newFrom(ItemKey.of(first)));
        }
        if (attentive && reads()) {
            mark();
        }
    }

    /** Marks what is in view as read, whatever the mode. */
    void mark() {
        UiState state = kit.state();
        Optional<Conversation> conversation = state.conversation();
        if (conversation.isEmpty()) {
            return;
        }
        HistoryView view = Frame.history(state, kit.clock().now());
        Set<String> seen = new HashSet<>();
        int last = view.window().last();
        for (int item = last; item >= 0 && item > last - LOOK_BACK; item--) {
            if (view.rows().item(item) instanceof TimelineItem.Said said && seen.add(said.dialogId())) {
                mark(conversation.get(), said.dialogId(), said.turn().sequence());
            }
        }
    }

    private void mark(Conversation conversation, String dialogId, long sequence) {
        UiState state = kit.state();
        if (state.here().reading().mark(dialogId, sequence)
                && conversation
                        .timeline(dialogId)
                        .filter(timeline -> timeline.hasUnread(sequence))
                        .isPresent()) {
            Place place = conversation.place();
            state.apply(new Update.ReadMarked(place.consumer(), conversation.id(), dialogId, sequence));
            kit.send(new Command.MarkRead(place.consumer(), conversation.id(), dialogId, sequence));
        }
    }

    private boolean reads() {
        return !kit.state().readOnly() && kit.state().switches().receipts() == ReceiptMode.VISIBLE;
    }

    private void waitForDwell() {
        if (dwell != null) {
            dwell.cancel();
        }
        // Waking is enough: settle looks at the clock itself.
        dwell = kit.state().focused() ? kit.after(DWELL_MILLIS, () -> {}) : null;
    }
}
