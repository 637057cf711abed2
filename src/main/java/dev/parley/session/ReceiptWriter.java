package dev.parley.session;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationFacts.DialogFacts;
import dev.parley.conversation.Timeline;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.Update;
import dev.parley.protocol.Event;
import dev.parley.protocol.RequestBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the other side what arrived (ACCEPT), what of it cannot be shown (NACK) and what else the person saw (READ), in
 * batches, only for others' turns, only in open dialogs whose history is known (PROTOCOL.md 8.3). What could not be sent is sent when the dialog has caught up
 * again. Event loop.
 */
final class ReceiptWriter {
    private static final long BATCH_MILLIS = 100;
    private static final int MOST_IN_ONE = 200;

    private record Sent(String dialogId, ReceiptStatus status) {}

    private final Desk desk;
    private final Dialogs dialogs;
    private final Archive archive;
    /** How far the person has read in this run, by dialog. */
    private final Map<String, Long> seenUpTo = new HashMap<>();
    /** Told or refused, but not yet seen back in the timeline. */
    private final Map<Sent, Set<Long>> told = new HashMap<>();

    private final Set<String> scheduled = new HashSet<>();

    ReceiptWriter(Desk desk, Dialogs dialogs, Archive archive) {
        this.desk = desk;
        this.archive = archive;
        this.dialogs = dialogs;
    }

    /** Turns may have arrived. */
    void arrived(String conversationId, String dialogId) {
        if (scheduled.add(dialogId)) {
            desk.time().after(BATCH_MILLIS, () -> {
                scheduled.remove(dialogId);
                write(conversationId, dialogId);
            });
        }
    }

    void seen(String conversationId, String dialogId, long upTo) {
        desk.tell(new Update.ReadMarked(desk.key(), conversationId, dialogId, upTo));
        archive.mark(conversationId, dialogId, upTo);
        seenUpTo.merge(dialogId, upTo, Math::max);
        if (!scheduled.contains(dialogId)) {
            write(conversationId, dialogId);
            // Where much arrives, much is seen: the next batch has its time too.
            arrived(conversationId, dialogId);
        }
    }

    void write(String conversationId, String dialogId) {
        Optional<Timeline> timeline = desk.conversation(conversationId)
                .filter(conversation -> isOpen(conversation, dialogId) && dialogs.isCaughtUp(dialogId))
                .flatMap(conversation -> conversation.timeline(dialogId));
        if (timeline.isEmpty()) {
            return;
        }
        tell(
                conversationId,
                new Sent(dialogId, ReceiptStatus.ACCEPT),
                timeline.get().unaccepted());
        tell(
                conversationId,
                new Sent(dialogId, ReceiptStatus.NACK),
                timeline.get().unrefused());
        long seen = Math.max(seenUpTo.getOrDefault(dialogId, -1L), archive.seen(dialogId));
        if (seen >= 0) {
            tell(
                    conversationId,
                    new Sent(dialogId, ReceiptStatus.READ),
                    timeline.get().unread(seen).stream()
                            .filter(sequence -> !timeline.get().isUnshowable(sequence))
                            .toList());
        }
    }

    private void tell(String conversationId, Sent what, List<Long> sequences) {
        Set<Long> before = told.computeIfAbsent(what, key -> new HashSet<>());
        before.retainAll(new HashSet<>(sequences));
        List<Long> now = new ArrayList<>(sequences);
        now.removeAll(before);
        for (int from = 0; from < now.size(); from += MOST_IN_ONE) {
            List<Long> batch = List.copyOf(now.subList(from, Math.min(now.size(), from + MOST_IN_ONE)));
            before.addAll(batch);
            RequestBody body = new RequestBody.PublishEvent(
                    what.dialogId(),
                    Optional.of(conversationId),
                    new Event.AcceptStatusEvent(what.status().name(), batch));
            desk.requests().ask(body, outcome -> ended(conversationId, what, batch, outcome));
        }
    }

    private void ended(String conversationId, Sent what, List<Long> batch, Outcome outcome) {
        boolean again = outcome.code() == 429 || outcome.code() >= 500 || !(outcome instanceof Outcome.Answered);
        if (again) {
            Optional.ofNullable(told.get(what)).ifPresent(before -> batch.forEach(before::remove));
        }
        if (outcome instanceof Outcome.Answered && again) {
            desk.time().after(5_000, () -> write(conversationId, what.dialogId()));
        }
    }

    private static boolean isOpen(Conversation conversation, String dialogId) {
        return conversation
                .facts()
                .map(facts -> facts.dialogs().stream()
                        .filter(dialog -> dialog.id().equals(dialogId))
                        .findFirst()
                        .map(DialogFacts::open)
                        .orElse(facts.open()))
                .orElse(true);
    }
}
