package dev.parley.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Where one can type: a conversation, or, with a null {@code conversationId}, the one that a consumer has not opened yet.
 */
public record Place(ConsumerKey consumer, @Nullable String conversationId) {
    public static Place unopened(ConsumerKey consumer) {
        return new Place(consumer, null);
    }

    public boolean isUnopened() {
        return conversationId == null;
    }
}
