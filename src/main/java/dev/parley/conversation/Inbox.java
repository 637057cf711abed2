package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All consumers of this client. Mutable, without locks: a copy belongs to one thread. */
public final class Inbox {
    /** Folds one update in. True when something changed. Never throws, whatever the update says. */
    public boolean apply(Update update) {
        throw new IllegalStateException("being built");
    }

    /** In order of their keys. */
    public List<Consumer> consumers() {
        throw new IllegalStateException("being built");
    }

    public Optional<Consumer> consumer(ConsumerKey key) {
        throw new IllegalStateException("being built");
    }

    public Optional<Conversation> conversation(Place place) {
        throw new IllegalStateException("being built");
    }

    /** Row 1's numbers. */
    public Counts counts(Instant now) {
        throw new IllegalStateException("being built");
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
