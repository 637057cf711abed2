package dev.parley.sandbox.service;

import dev.parley.protocol.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the service itself says of a consumer whose sockets come and go (PROTOCOL.md 8.4). Sandbox's event loop. */
final class Presence {
    private final Conversations conversations;

    /** {@code consumer dialog} pairs whose socket went away, so that coming back is told as ACTIVE. */
    private final Set<List<String>> away = new HashSet<>();

    Presence(Conversations conversations) {
        this.conversations = conversations;
    }

    void left(Client client, long at) {
        client.consumerId().ifPresent(consumer -> {
            for (String id : client.dialogs) {
                conversations
                        .state()
                        .conversationWith(id)
                        .ifPresent(conversation -> conversation
                                .dialog(id)
                                .filter(Dialog::isOpen)
                                .ifPresent(dialog -> {
                                    away.add(List.of(consumer, id));
                                    say(conversation, dialog, "BACKGROUND", at);
                                }));
            }
        });
    }

    /** Whether the consumer had left it, which is forgotten now. */
    boolean isBack(Conversation conversation, Dialog dialog) {
        return away.remove(List.of(conversation.consumerId(), dialog.id())) && dialog.isOpen();
    }

    void say(Conversation conversation, Dialog dialog, String chatState, long at) {
        String consumer = conversation.consumerId();
        Event event = new Event.ChatStateEvent(chatState);
        conversations.publish(conversation, dialog, consumer, "CONSUMER", event, null, "ALL", at);
    }
}
