package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A conversation with its dialogs' timelines. */
public final class Conversation {
    private final ConsumerKey consumer;
    private final String id;

    Conversation(ConsumerKey consumer, String id) {
        this.consumer = consumer;
        this.id = id;
    }

    public String id() {
        return id;
    }

    public Place place() {
        return new Place(consumer, id);
    }

    /** Empty until the first UPSERT: a conversation just opened may have turns before it has facts. */
    public Optional<ConversationFacts> facts() {
        throw new IllegalStateException("being built");
    }

    public boolean isOpen() {
        throw new IllegalStateException("being built");
    }

    /** Grows with every change of {@link #items()}; equal versions mean equal items. */
    public long version() {
        throw new IllegalStateException("being built");
    }

    /** What to show, oldest first. The list is not changed later. */
    public List<TimelineItem> items() {
        throw new IllegalStateException("being built");
    }

    /** Turns of others that no READ of ours lists. A turn after our newest own turn's sequence counts only if unread. */
    public int unread() {
        throw new IllegalStateException("being built");
    }

    /** The oldest unread turn. */
    public Optional<TimelineItem.Said> firstUnread() {
        throw new IllegalStateException("being built");
    }

    /** The newest turn: from the timeline, else the service's preview. Own pending messages count. */
    public Optional<LastTurn> lastTurn() {
        throw new IllegalStateException("being built");
    }

    /** {@code own} is true for the consumer's own turn. */
    public record LastTurn(boolean own, Optional<Who> who, Instant at, Content content) {}

    /** Open, and the consumer wrote last; since when. Empty otherwise. */
    public Optional<Instant> waitingSince() {
        throw new IllegalStateException("being built");
    }

    public boolean isOverdue(Instant now) {
        throw new IllegalStateException("being built");
    }

    /** Who answers: the assigned agent, else a bot. */
    public Optional<Who> agent() {
        throw new IllegalStateException("being built");
    }

    /** Who is writing now, the consumer itself never among them. */
    public List<Who> typing() {
        throw new IllegalStateException("being built");
    }

    /** Own messages not in the history yet, in order of Enter. */
    public List<Outgoing> outgoing() {
        throw new IllegalStateException("being built");
    }

    /** The dialog to publish to: the open messaging one; the MAIN one's id (= conversation id) before facts are there. */
    public String dialogId() {
        throw new IllegalStateException("being built");
    }

    public Optional<Timeline> timeline(String dialogId) {
        throw new IllegalStateException("being built");
    }
}
