package dev.parley.sandbox.service;

import dev.parley.protocol.NotificationBody.MessageChange;

/**
 * What the brand's side hears of, in MAIN. Called on the sandbox's event loop, after those on sockets were told and before
 * the turn of the loop ends: whatever is done in answer is kept together with what it answers. Times are epoch ms.
 */
public interface Happenings {
    void opened(Conversation conversation, long at);

    void joined(Conversation conversation, long at);

    /** A stored event of the consumer. */
    void published(Conversation conversation, MessageChange change, long at);

    /** A chat state of the consumer: COMPOSING, ACTIVE, BACKGROUND … */
    void chatState(Conversation conversation, String chatState, long at);

    void closed(Conversation conversation, long at);
}
