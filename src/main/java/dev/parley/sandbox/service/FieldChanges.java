package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.protocol.ConversationField;
import dev.parley.sandbox.faults.Quirk;
import dev.parley.sandbox.faults.Quirks;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code cm.UpdateConversationField} as far as a consumer may, PROTOCOL.md section 9, with the texts of 9.8. */
final class FieldChanges {
    private static final String RESOLVED = "OK Conversation resolved successfully";
    private static final int MAX_CAUSE = 256;
    private static final Set<String> CSAT_STATUS = Set.of("FILLED", "PARTIALLY_FILLED", "SKIPPED", "EMPTY");

    /** What a consumer may change; these are refused because they cannot be read, the brand's because of who asks. */
    private static final Set<String> CONSUMERS =
            Set.of("DialogChange", "ConversationStateField", "Stage", "CSATRate", "TTRField");

    private static final Set<String> BRANDS = Set.of(
            "ParticipantsChange", "Skill", "ManualETTR", "DelayField", "TopicField", "Note", "ConversationHandler");

    private final Conversations conversations;
    private final Quirks quirks;

    FieldChanges(Conversations conversations, Quirks quirks) {
        this.conversations = conversations;
        this.quirks = quirks;
    }

    /** Applies the fields in order, up to the first that is refused, and gives the first one's success text. */
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
            return close(conversation, change, at);
        }
        if (field instanceof ConversationField.ConversationStateField change) {
            requireClose(change.conversationState());
            requireOpen(conversation.isOpen(), "Conversation");
            conversations.closeAll(conversation, "CONSUMER", "Closed by consumer", at);
            return RESOLVED;
        }
        if (field instanceof ConversationField.Stage change) {
            requireClose(change.conversationState());
            requireOpen(conversation.stage().equals("OPEN"), "Conversation");
            conversations.closeAll(conversation, "CONSUMER", "Closed by consumer", at);
            return RESOLVED;
        }
        if (field instanceof ConversationField.CsatRate csat) {
            return rate(conversation, csat.csatRate(), csat.resolved().orElse(null), csat.status(), at);
        }
        if (field instanceof ConversationField.TtrField ttr) {
            requireOpen(conversation.isOpen(), "Conversation");
            OptionalLong value = ttr.value().map(OptionalLong::of).orElse(OptionalLong.empty());
            conversations.urgency(conversation, Urgency.of(ttr.ttrType(), value), at);
            return "Update TTR ended successfully";
        }
        if (field instanceof ConversationField.ParticipantsChange) {
            throw brands();
        }
        return other(conversation, (ConversationField.Unknown) field, at);
    }

    private String other(Conversation conversation, ConversationField.Unknown field, long at) {
        JsonNode json = field.json();
        if (field.field().equals("CSATRate")
                && json.path("csatRate").isMissingNode() | json.path("csatRate").isNull()) {
            // A rating that was skipped or has only the other half says no rate.
            JsonNode resolved = json.path("csatResolutionConfirmation");
            return rate(
                    conversation,
                    0,
                    resolved.isBoolean() ? resolved.booleanValue() : null,
                    json.path("status").asText(),
                    at);
        }
        if (CONSUMERS.contains(field.field())) {
            throw new Refusal(400, field.field() + " is not valid");
        }
        if (BRANDS.contains(field.field())) {
            throw brands();
        }
        throw new Refusal(400, "Unknown conversation field");
    }

    private String close(Conversation conversation, ConversationField.DialogChange change, long at) {
        if (!change.type().equals("UPDATE")) {
            throw new Refusal(change.type().equals("CREATE") ? 403 : 400, "A consumer can only UPDATE a dialog");
        }
        requireClose(change.state());
        Dialog dialog = conversation.dialog(change.dialogId()).orElseThrow(() -> new Refusal(404, "Dialog not found"));
        requireOpen(dialog.isOpen(), dialog.isMain() ? "Conversation" : "Dialog");
        String asked = change.closedCause().orElse("Closed by consumer");
        String cause = asked.length() > MAX_CAUSE ? asked.substring(0, MAX_CAUSE) : asked;
        if (dialog.isMain()) {
            conversations.close(conversation, "CONSUMER", cause, Optional.empty(), at);
        } else {
            conversations.closeDialog(conversation, dialog, "CONSUMER", cause, at);
        }
        return RESOLVED;
    }

    private String rate(Conversation conversation, int csatRate, @Nullable Boolean resolved, String status, long at) {
        if (conversation.isOpen()) {
            throw new Refusal(400, "Conversation is not closed");
        }
        if (conversation.isLocked()) {
            throw new Refusal(400, "Conversation is locked");
        }
        if (!CSAT_STATUS.contains(status)) {
            throw new Refusal(400, "Unknown CSAT status");
        }
        boolean partly = status.equals("PARTIALLY_FILLED");
        boolean rated = status.equals("FILLED") || partly && (csatRate != 0 || resolved == null);
        if (rated && (csatRate < 1 || csatRate > 5)) {
            throw new Refusal(400, "CSAT rate must be 1 to 5");
        }
        boolean counts = rated || partly;
        conversations.change(
                conversation,
                new LedgerEntry.Rated(conversation.id(), counts ? csatRate : 0, status, at, counts ? resolved : null));
        if (status.equals("FILLED") && quirks.is(Quirk.CSAT_LOCKS, "on")) {
            conversations.lock(conversation, at);
        }
        return "OK CSAT processed successfully";
    }

    private static Refusal brands() {
        return new Refusal(403, "A consumer may not change this field");
    }

    private static void requireClose(String wanted) {
        if (!wanted.equals("CLOSE")) {
            throw new Refusal(400, "Only CLOSE is possible");
        }
    }

    private static void requireOpen(boolean open, String what) {
        if (!open) {
            throw new Refusal(400, what + " is already closed");
        }
    }
}
