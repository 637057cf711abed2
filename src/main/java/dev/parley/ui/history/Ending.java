package dev.parley.ui.history;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.TimelineItem.DialogEnd;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How a conversation ended.
 *
 * @param at empty where the service does not say
 * @param by {@code by the agent}; empty where the service does not say. Raw.
 */
public record Ending(Optional<Instant> at, String by) {
    /** Who says so. */
    public static final String NAME = "system";

    /** Empty while it is open, and where each of its dialogs says how it ended. */
    public static Optional<Ending> of(Conversation conversation) {
        return conversation
                .facts()
                .filter(facts -> !facts.open())
                .filter(facts -> facts.dialogs().stream()
                        .noneMatch(dialog -> dialog.messaging() && !dialog.id().equals(facts.id())))
                .map(Ending::of);
    }

    static Ending of(DialogEnd end) {
        return new Ending(end.at(), end.by().map(Ending::by).orElse(""));
    }

    /** @param facts of a closed one */
    public static Ending of(ConversationFacts facts) {
        return new Ending(facts.endedAt(), facts.closeReason().map(Ending::by).orElse(""));
    }

    /** {@code closed by the agent}. */
    public String words() {
        return by.isEmpty() ? "closed" : "closed " + by;
    }

    private static String by(String reason) {
        String word = reason.toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (word) {
            case "consumer" -> "by you";
            case "agent" -> "by the agent";
            case "timeout" -> "after a long silence";
            default -> "by " + word;
        };
    }
}
