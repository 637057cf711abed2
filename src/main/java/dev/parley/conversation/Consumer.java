package dev.parley.conversation;

import java.util.List;
import java.util.Optional;

/** One consumer: its link, its conversations, and what was written where none is open yet. */
public final class Consumer {
    private final ConsumerKey key;

    Consumer(ConsumerKey key) {
        this.key = key;
    }

    public ConsumerKey key() {
        return key;
    }

    public Link link() {
        throw new IllegalStateException("being built");
    }

    /** Who it is; empty before the sign-in has answered. */
    public Optional<Update.ConsumerKnown> known() {
        throw new IllegalStateException("being built");
    }

    /** Newest first by last turn, open before closed. */
    public List<Conversation> conversations() {
        throw new IllegalStateException("being built");
    }

    public Optional<Conversation> conversation(String id) {
        throw new IllegalStateException("being built");
    }

    /** The one that is open; the newest, where the service allowed several. */
    public Optional<Conversation> openConversation() {
        throw new IllegalStateException("being built");
    }

    /** Own messages in the unopened place, in order of Enter. */
    public List<Outgoing> unopened() {
        throw new IllegalStateException("being built");
    }

    /** What to call a participant, raw; empty when no name is known (show the role then). */
    public Optional<String> nameOf(Who who) {
        throw new IllegalStateException("being built");
    }
}
