package dev.parley.ui.state;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationFacts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In which order the open conversations stand in the list. */
public enum RowOrder {
    /** The newest message first. */
    LAST,
    /** Whose reply is due soonest first; behind them, by last message, where none is waited for. */
    DUE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For a sentence. */
    public String words() {
        return this == DUE ? "when a reply is due" : "last message";
    }

    public static List<String> all() {
        return Stream.of(values()).map(RowOrder::word).toList();
    }

    public static Optional<RowOrder> of(String word) {
        return Stream.of(values()).filter(order -> order.word().equals(word)).findFirst();
    }

    /** What is earlier stands higher; among equals the newest message decides. */
    Instant before(Conversation conversation) {
        return this == DUE ? due(conversation) : Instant.MAX;
    }

    /** When the agent's answer is due; never where the consumer does not wait for one. */
    private static Instant due(Conversation conversation) {
        return conversation
                .waitingSince()
                .flatMap(since -> conversation.facts())
                .flatMap(ConversationFacts::replyDue)
                .orElse(Instant.MAX);
    }
}
