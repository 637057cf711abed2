package dev.parley.conversation;

import dev.parley.conversation.Conversation.LastTurn;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Update.HistoryState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A conversation as its row in the list needs it, worked out once for each change. */
record Glance(Optional<LastTurn> lastTurn, Optional<Instant> waitingSince, int unread) {

    /** {@code preview} is the service's, of MAIN. */
    static Glance at(Conversation conversation, Dialogs dialogs, Optional<Turn> preview) {
        List<Outgoing> pending = conversation.outgoing().stream()
                .filter(outgoing -> outgoing.delivery() != Delivery.FAILED)
                .toList();
        Optional<Turn> unloaded = preview.filter(turn -> dialogs.main()
                .flatMap(Timeline::newest)
                .filter(newest -> newest.sequence() >= turn.sequence())
                .isEmpty());
        Optional<Newest> newest = newest(dialogs, unloaded);
        return new Glance(
                lastTurn(newest, pending),
                conversation.isOpen() ? waitingSince(newest, pending) : Optional.empty(),
                unread(conversation.isOpen(), dialogs, unloaded));
    }

    /** A turn, and where the consumer's own run of turns up to it began; empty when it is somebody else's. */
    private record Newest(Turn turn, Optional<Instant> ownSince) {}

    /** Across dialogs, which count each for themselves, only time tells; the later dialog wins a tie. */
    private static Optional<Newest> newest(Dialogs dialogs, Optional<Turn> unloaded) {
        List<Newest> candidates = new ArrayList<>();
        unloaded.map(turn -> new Newest(
                        turn, Optional.of(turn.at()).filter(at -> turn.who().self())))
                .ifPresent(candidates::add);
        Optional<Timeline> outdone = dialogs.main().filter(main -> unloaded.isPresent());
        for (Timeline dialog : dialogs.timelines()) {
            if (outdone.filter(dialog::equals).isEmpty()) {
                dialog.newest()
                        .map(turn -> new Newest(turn, dialog.firstUnanswered().map(Turn::at)))
                        .ifPresent(candidates::add);
            }
        }
        return candidates.stream()
                .reduce((one, later) -> later.turn().at().isBefore(one.turn().at()) ? one : later);
    }

    private static Optional<LastTurn> lastTurn(Optional<Newest> newest, List<Outgoing> pending) {
        if (!pending.isEmpty()) {
            Outgoing last = pending.get(pending.size() - 1);
            return Optional.of(new LastTurn(true, Optional.empty(), last.at(), Content.Text.of(last.text())));
        }
        return newest.map(Newest::turn)
                .map(turn -> new LastTurn(turn.who().self(), Optional.of(turn.who()), turn.at(), turn.content()));
    }

    private static Optional<Instant> waitingSince(Optional<Newest> newest, List<Outgoing> pending) {
        return newest.flatMap(Newest::ownSince)
                .or(() -> pending.stream().findFirst().map(Outgoing::at));
    }

    /**
     * Turns loaded and not read. One more for the preview of a turn that is not loaded, but only where it can be loaded
     * and read: not in a closed conversation, nor where the service refused, or the count could never come down; and not
     * while the history is on its way, since that will say what was read.
     */
    private static int unread(boolean open, Dialogs dialogs, Optional<Turn> unloaded) {
        int unread = dialogs.timelines().stream().mapToInt(Timeline::unseen).sum();
        boolean unseen = unloaded.filter(turn -> !turn.who().self())
                .filter(turn -> dialogs.main()
                        .filter(main -> main.isSeen(turn.sequence()))
                        .isEmpty())
                .isPresent();
        boolean loadable = open
                && dialogs.mainHistory()
                        .filter(state -> state != HistoryState.COMPLETE)
                        .isEmpty();
        return unseen && loadable ? unread + 1 : unread;
    }
}
