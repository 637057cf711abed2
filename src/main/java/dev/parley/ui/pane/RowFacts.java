package dev.parley.ui.pane;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.text.SafeText;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.PlaceState;
import dev.parley.ui.state.Row;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What there is to say about a row of the list, in the words that list and strip share. */
final class RowFacts {
    private final UiState state;
    private final FrameTime time;
    private final Row row;
    private final Optional<Conversation> conversation;

    RowFacts(UiState state, FrameTime time, Row row) {
        this.state = state;
        this.time = time;
        this.row = row;
        this.conversation = state.inbox().conversation(row.place());
    }

    Place place() {
        return row.place();
    }

    boolean selected() {
        return row.place().equals(state.selected());
    }

    boolean open() {
        return row.open();
    }

    boolean overdue() {
        return conversation.filter(known -> known.isOverdue(time.now())).isPresent();
    }

    int unread() {
        return conversation.map(Conversation::unread).orElse(0);
    }

    boolean draft() {
        return !selected()
                && Optional.ofNullable(state.places().get(row.place()))
                        .filter(PlaceState::hasDraft)
                        .isPresent();
    }

    Optional<Instant> waitingSince() {
        return conversation.flatMap(Conversation::waitingSince);
    }

    Optional<Integer> rating() {
        return conversation.flatMap(Conversation::facts).flatMap(ConversationFacts::rating);
    }

    /** The moment of the last turn, or what comes nearest to it. */
    Optional<Instant> last() {
        if (row.place().isUnopened()) {
            List<Outgoing> outgoing = state.outgoing(row.place());
            return outgoing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(outgoing.get(outgoing.size() - 1).at());
        }
        return conversation.flatMap(Conversation::lastHeard);
    }

    /** {@code ▸} for the selected one, {@code !} for an overdue one. */
    SafeText marker(Look look) {
        if (selected()) {
            return look.glyphs().own();
        }
        return look.text(overdue() ? "!" : " ");
    }

    SafeText stars(Look look) {
        SafeText stars = SafeText.EMPTY;
        for (int i = 0; i < rating().orElse(0) && i < 5; i++) {
            stars = stars.plus(look.glyphs().star());
        }
        return stars;
    }

    Slot slot() {
        if (selected()) {
            return Slot.LIST_ITEM_SELECTED;
        }
        if (!row.open()) {
            return unread() > 0 ? Slot.LIST_ITEM_UNREAD : Slot.LIST_ITEM_CLOSED;
        }
        if (overdue()) {
            return Slot.LIST_ITEM_OVERDUE;
        }
        if (unread() > 0) {
            return Slot.LIST_ITEM_UNREAD;
        }
        return waitingSince().isPresent() ? Slot.LIST_ITEM_WAITING : Slot.LIST_ITEM;
    }
}
