package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.protocol.Event;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a consumer may publish, PROTOCOL.md section 8. */
final class Publishing {
    /** Characters of a text, PROTOCOL.md section 8. */
    private static final int MAX_TEXT = 8_000;

    private static final int MAX_METADATA = 8_000;
    private static final int MAX_SEQUENCES = 10_000;
    private static final Set<String> RECEIPTS =
            Set.of("ACCEPT", "READ", "ACCESS", "ACTION", "NACK", "VIEWED", "SUBMITTED", "ABORTED", "ERROR");
    private static final Set<String> CHAT_STATES =
            Set.of("ACTIVE", "INACTIVE", "GONE", "COMPOSING", "PAUSE", "BACKGROUND");

    /** @throws Refusal when it may not be published into this conversation */
    static void check(Conversation conversation, Event event, @Nullable JsonNode metadata) {
        if (!conversation.isOpen()) {
            throw new Refusal(400, "Dialog is closed");
        }
        if (metadata != null && metadata.toString().length() > MAX_METADATA) {
            throw new Refusal(400, "Metadata is too long");
        }
        if (event instanceof Event.ContentEvent content) {
            checkContent(content);
        } else if (event instanceof Event.AcceptStatusEvent receipt) {
            checkReceipt(conversation, receipt);
        } else if (event instanceof Event.ChatStateEvent chat) {
            if (!CHAT_STATES.contains(chat.chatState())) {
                throw new Refusal(400, "Unknown chat state");
            }
        } else if (event instanceof Event.RichContentEvent) {
            throw new Refusal(400, "A consumer cannot publish a RichContentEvent");
        } else {
            throw new Refusal(400, "Unknown event type");
        }
    }

    private static void checkContent(Event.ContentEvent content) {
        if (!content.contentType().equals("text/plain")) {
            throw new Refusal(400, "Content type is not supported");
        }
        if (!content.message().isTextual() || content.message().textValue().isEmpty()) {
            throw new Refusal(400, "Message text is missing");
        }
        String text = content.message().textValue();
        if (text.codePointCount(0, text.length()) > MAX_TEXT) {
            throw new Refusal(400, "Message text is longer than 8000 characters");
        }
    }

    private static void checkReceipt(Conversation conversation, Event.AcceptStatusEvent receipt) {
        if (!RECEIPTS.contains(receipt.status())) {
            throw new Refusal(400, "Unknown accept status");
        }
        if (receipt.sequenceList().isEmpty() || receipt.sequenceList().size() > MAX_SEQUENCES) {
            throw new Refusal(400, "Sequence list is empty or too long");
        }
        for (long sequence : receipt.sequenceList()) {
            if (sequence < 0 || sequence >= conversation.nextSequence()) {
                throw new Refusal(400, "Sequence list names an event that does not exist");
            }
        }
    }

    private Publishing() {}
}
