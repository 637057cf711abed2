package dev.parley.session;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationFacts.DialogFacts;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Outgoing.Attempt;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Update;
import dev.parley.session.Letter.Wait;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what became of own messages whose answer was lost: looks for them in what the service has said, and only
 * where they are not there has them sent again, once, or leaves it to the person (RELIABILITY.md 1.2.4). Event loop.
 */
final class Enquiry {
    static final String MAY_HAVE_ARRIVED = "may have been delivered: Alt-R sends it again";

    private static final Duration RESEND = Duration.ofMinutes(2);

    private record Copy(String dialogId, long sequence) {}

    private final Desk desk;
    private final Dialogs dialogs;
    private final Letterbox box;
    private final Guards.Recognition recognition;
    private final Runnable settled;
    /** Said to be second copies. */
    private final Set<Copy> copies = new HashSet<>();

    /** @param settled runs when a message has become sendable, or no longer holds up those behind it */
    Enquiry(Desk desk, Dialogs dialogs, Letterbox box, Guards.Recognition recognition, Runnable settled) {
        this.desk = desk;
        this.dialogs = dialogs;
        this.box = box;
        this.recognition = recognition;
        this.settled = settled;
    }

    /** The list is known: where a message without an answer was sent to may be closed now, or gone. */
    void listed() {
        for (Letter letter : box.inOrder()) {
            if (letter.isInDoubt()) {
                Optional<Conversation> conversation = letter.conversationId().flatMap(desk::conversation);
                if (conversation.isEmpty()) {
                    park(letter);
                } else if (!isOpen(conversation.get(), dialogOf(letter.outgoing))) {
                    dialogs.wantAgain(conversation.get().id(), dialogOf(letter.outgoing));
                }
            }
        }
        settled.run();
    }

    /** A dialog's history is known, or refused: what became of the messages without an answer? */
    void caughtUp(String conversationId, String dialogId) {
        for (Letter letter : box.inOrder()) {
            boolean here = conversationId.equals(letter.outgoing.place().conversationId())
                    && (letter.outgoing.attempt() == null
                            || dialogOf(letter.outgoing).equals(dialogId));
            if (here && letter.isInDoubt()) {
                settle(letter, dialogId);
            }
        }
        settled.run();
    }

    /** New events of a dialog: own turns among them are answers. */
    void arrived(String conversationId, String dialogId, List<TimelineEvent> events) {
        boolean any = false;
        for (TimelineEvent event : events) {
            if (event instanceof Turn turn && turn.who().self()) {
                any |= arrived(conversationId, dialogId, turn);
            }
        }
        if (any) {
            settled.run();
        }
    }

    private boolean arrived(String conversationId, String dialogId, Turn turn) {
        Optional<Letter> mine = box.inOrder().stream()
                .filter(letter -> conversationId.equals(letter.outgoing.place().conversationId()))
                .filter(letter -> isIt(letter, dialogId, turn))
                .findFirst();
        if (mine.isPresent()) {
            box.delivered(mine.get(), dialogId, turn.sequence());
        } else if (box.delivered().isSecondCopy(dialogId, turn) && copies.add(new Copy(dialogId, turn.sequence()))) {
            desk.tell(new Update.CopyKnown(desk.key(), conversationId, dialogId, turn.sequence()));
            desk.complain(Optional.of(conversationId), "A message of yours was delivered twice.");
        }
        return mine.isPresent();
    }

    /** While its answer may still come, only its id is taken for it: the words alone may be another client's. */
    private boolean isIt(Letter letter, String dialogId, Turn turn) {
        Outgoing outgoing = letter.isInDoubt() ? letter.outgoing : letter.outgoing.tried(null);
        return recognised(outgoing, dialogId, List.of(turn)).isPresent();
    }

    /** Whether the history that is known here has it, so that it is not to be shown a second time. */
    boolean stands(Outgoing kept) {
        boolean written = kept.attempt() != null || kept.delivery() != Delivery.QUEUED;
        return written
                && kept.delivery() != Delivery.FAILED
                && find(kept, dialogOf(kept)).isPresent();
    }

    Optional<Turn> find(Outgoing outgoing, String dialogId) {
        // What was there before it was first sent cannot be it; MAX_VALUE is no place, but says: only its id will do.
        Attempt attempt = outgoing.attempt();
        long before = attempt == null || attempt.seqBefore() == Long.MAX_VALUE ? -1 : attempt.seqBefore();
        List<Turn> turns = Optional.ofNullable(outgoing.place().conversationId())
                .flatMap(desk::conversation)
                .flatMap(conversation -> conversation.timeline(dialogId))
                .map(timeline -> timeline.turnsAfter(before))
                .orElse(List.of());
        return recognised(outgoing, dialogId, turns);
    }

    private Optional<Turn> recognised(Outgoing outgoing, String dialogId, List<Turn> turns) {
        return recognition.find(outgoing, turns, sequence -> box.delivered().isClaimed(dialogId, sequence));
    }

    private void settle(Letter letter, String dialogId) {
        Optional<Turn> there = find(letter.outgoing, dialogId);
        if (there.isPresent()) {
            box.delivered(letter, dialogId, there.get().sequence());
        } else if (dialogs.isRefused(dialogId)) {
            park(letter);
        } else if (!isOpen(letter)) {
            box.failed(letter, "the conversation closed before this arrived");
        } else if (mayBeRepeated(letter)) {
            box.change(letter, letter.outgoing.with(Delivery.QUEUED, ""));
        } else {
            park(letter);
        }
    }

    void park(Letter letter) {
        letter.waits = Wait.PERSON;
        box.change(letter, letter.outgoing.with(Delivery.UNKNOWN, MAY_HAVE_ARRIVED));
    }

    /** Once, within two minutes, by both clocks: one that went back or jumped says nothing of how long ago it was, and then the person is asked. */
    boolean mayBeRepeated(Letter letter) {
        Attempt attempt = letter.outgoing.attempt();
        if (attempt == null || attempt.tries() > 1) {
            return false;
        }
        Duration age = Duration.between(attempt.firstAt(), desk.time().now());
        boolean longAgo = letter.firstTriedAt.isPresent()
                && desk.time().millis() - letter.firstTriedAt.getAsLong() > RESEND.toMillis();
        return !age.isNegative() && age.compareTo(RESEND) <= 0 && !longAgo;
    }

    private boolean isOpen(Letter letter) {
        return desk.inbox()
                .conversation(letter.outgoing.place())
                .filter(Conversation::isOpen)
                .isPresent();
    }

    private static boolean isOpen(Conversation conversation, String dialogId) {
        return conversation.isOpen()
                && conversation
                        .facts()
                        .map(facts -> facts.dialogs().stream()
                                .filter(dialog -> dialog.id().equals(dialogId))
                                .allMatch(DialogFacts::open))
                        .orElse(true);
    }

    /** Where it was published last; MAIN's id where nobody knows. */
    private static String dialogOf(Outgoing outgoing) {
        Attempt attempt = outgoing.attempt();
        return attempt == null ? String.valueOf(outgoing.place().conversationId()) : attempt.dialogId();
    }
}
