package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** All consumers of this client. Mutable, without locks: a copy belongs to one thread. */
public final class Inbox {
    private final TreeMap<ConsumerKey, Consumer> consumers = new TreeMap<>();

    /**
     * Folds one update in. A consumer appears with the first update that names it. True when something visible changed.
     * Never throws, whatever the update says; the same update again changes nothing.
     */
    public boolean apply(Update update) {
        boolean appeared = !consumers.containsKey(update.consumer());
        Consumer consumer = consumers.computeIfAbsent(update.consumer(), Consumer::new);
        return consumer.apply(update) || appeared;
    }

    /** In order of their keys. */
    public List<Consumer> consumers() {
        return List.copyOf(consumers.values());
    }

    public Optional<Consumer> consumer(ConsumerKey key) {
        return Optional.ofNullable(consumers.get(key));
    }

    /** Empty for an unopened place too. */
    public Optional<Conversation> conversation(Place place) {
        return Optional.ofNullable(place.conversationId())
                .flatMap(id -> consumer(place.consumer()).flatMap(consumer -> consumer.conversation(id)));
    }

    /** Row 1's numbers. */
    public Counts counts(Instant now) {
        int open = 0;
        int waiting = 0;
        int overdue = 0;
        int unread = 0;
        int inFlight = 0;
        int failed = 0;
        for (Consumer consumer : consumers.values()) {
            for (Conversation conversation : consumer.conversations()) {
                open += conversation.isOpen() ? 1 : 0;
                waiting += conversation.waitingSince().isPresent() ? 1 : 0;
                overdue += conversation.isOverdue(now) ? 1 : 0;
                unread += conversation.unread();
            }
            for (Outgoing outgoing : consumer.outgoing()) {
                inFlight += outgoing.delivery().isPending() ? 1 : 0;
                failed += outgoing.delivery() == Delivery.FAILED ? 1 : 0;
            }
        }
        return new Counts(open, waiting, overdue, unread, inFlight, failed);
    }

    /**
     * @param open open conversations
     * @param waiting open, and the consumer wrote last
     * @param overdue waiting, and reply due has passed
     * @param unread turns of others that no READ of ours lists, in all conversations
     * @param inFlight own messages saving, queued, in flight or unknown
     * @param failed own messages that failed
     */
    public record Counts(int open, int waiting, int overdue, int unread, int inFlight, int failed) {}
}
