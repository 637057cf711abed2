package dev.parley.sandbox.service;

import dev.parley.protocol.ConversationField;
import dev.parley.protocol.ConversationField.ParticipantsChange;
import dev.parley.protocol.RequestBody;
import java.util.List;

/** A consumer takes a conversation along after a step-up: REMOVE of the former, ADD of the new one (PROTOCOL.md 9.6). */
final class Moving {
    private Moving() {}

    static boolean isWanted(List<ConversationField> fields) {
        return !fields.isEmpty()
                && fields.stream()
                        .allMatch(field -> field instanceof ParticipantsChange change
                                && change.role().equals("CONSUMER"));
    }

    /** Only who has a token of that very step-up may; doing it again changes nothing. */
    static String apply(
            Conversations conversations,
            Client client,
            String consumer,
            RequestBody.UpdateConversationField asked,
            long at) {
        Conversation conversation = conversations
                .state()
                .conversation(asked.conversationId())
                .orElseThrow(() -> new Refusal(404, "Conversation not found"));
        boolean mine = conversation.consumerId().equals(consumer);
        String former = client.former().orElse("");
        boolean allowed = mine || conversation.consumerId().equals(former);
        boolean whole = asked.fields()
                .equals(List.of(
                        new ParticipantsChange("REMOVE", "CONSUMER", former),
                        new ParticipantsChange("ADD", "CONSUMER", consumer)));
        if (!allowed) {
            throw new Refusal(403, "Not a participant of this conversation");
        }
        if (!whole) {
            throw new Refusal(400, "A consumer can only take the place of its former self");
        }
        // A survey that is still open goes along: PROTOCOL.md 6.3 calls that conversation open.
        if (!conversation.stage().equals("OPEN")) {
            throw new Refusal(400, "Conversation is already closed");
        }
        if (!mine) {
            conversations.move(conversation, consumer, at);
        }
        return "OK Agent removed successfully";
    }
}
