package dev.parley.sandbox.service;

import dev.parley.protocol.ConversationField;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** {@code cm.UpdateConversationField} as far as a consumer may, PROTOCOL.md section 9, with the texts of 9.8. */
final class FieldChanges {
    private static final String RESOLVED = "OK Conversation resolved successfully";
    private static final Set<String> CSAT_STATUS = Set.of("FILLED", "PARTIALLY_FILLED", "SKIPPED", "EMPTY");

    private final Conversations conversations;

    FieldChanges(Conversations conversations) {
        this.conversations = conversations;
    }

    /** Applies the fields in order and gives the first one's success text. */
    String apply(Conversation conversation, List<ConversationField> fields, long at) {
        if (fields.isEmpty()) {
            throw new Refusal(400, "Conversation field is missing");
        }
        String words = "";
        for (ConversationField field : fields) {
            String said = apply(conversation, field, at);
            words = words.isEmpty() ? said : words;
        }
        return words;
    }

    private String apply(Conversation conversation, ConversationField field, long at) {
        if (field instanceof ConversationField.DialogChange change) {
            if (!change.dialogId().equals(conversation.dialogId())) {
                throw new Refusal(404, "Dialog not found");
            }
            boolean update = change.type().isEmpty() || change.type().equals("UPDATE");
            return close(
                    conversation,
                    update ? change.state() : "",
                    change.closedCause().orElse("Closed by consumer"),
                    at);
        }
        if (field instanceof ConversationField.ConversationStateField change) {
            return close(conversation, change.conversationState(), "Closed by consumer", at);
        }
        if (field instanceof ConversationField.Stage change) {
            return close(conversation, change.conversationState(), "Closed by consumer", at);
        }
        if (field instanceof ConversationField.CsatRate csat) {
            return rate(conversation, csat, at);
        }
        if (field instanceof ConversationField.TtrField ttr) {
            requireOpen(conversation);
            OptionalLong value = ttr.value().map(OptionalLong::of).orElse(OptionalLong.empty());
            conversations.urgency(conversation, Urgency.of(ttr.ttrType(), value), at);
            return "Update TTR ended successfully";
        }
        throw new Refusal(403, "A consumer may not change this field");
    }

    private String close(Conversation conversation, String wanted, String cause, long at) {
        if (!wanted.equals("CLOSE")) {
            throw new Refusal(400, "Only CLOSE is possible");
        }
        requireOpen(conversation);
        conversations.close(conversation, "CONSUMER", cause.length() > 256 ? cause.substring(0, 256) : cause, at);
        return RESOLVED;
    }

    private String rate(Conversation conversation, ConversationField.CsatRate csat, long at) {
        if (conversation.isOpen()) {
            throw new Refusal(400, "Conversation is not closed");
        }
        if (!CSAT_STATUS.contains(csat.status())) {
            throw new Refusal(400, "Unknown CSAT status");
        }
        boolean filled = csat.status().equals("FILLED") || csat.status().equals("PARTIALLY_FILLED");
        if (filled && (csat.csatRate() < 1 || csat.csatRate() > 5)) {
            throw new Refusal(400, "CSAT rate must be 1 to 5");
        }
        conversations.rate(conversation, filled ? csat.csatRate() : 0, csat.status(), at);
        return "OK CSAT processed successfully";
    }

    private static void requireOpen(Conversation conversation) {
        if (!conversation.isOpen()) {
            throw new Refusal(400, "Conversation is already closed");
        }
    }
}
