package dev.parley.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalLong;

/** Entries of {@code conversationField}, PROTOCOL.md section 9. */
final class ConversationFieldCodec {
    static ConversationField read(ObjectNode json) {
        String field = Json.text(json, "field").orElse("");
        Optional<? extends ConversationField> known = switch (field) {
            case "DialogChange" -> dialogChange(json);
            case "ConversationStateField" ->
                Json.text(json, "conversationState").map(ConversationField.ConversationStateField::new);
            case "Stage" -> Json.text(json, "conversationState").map(ConversationField.Stage::new);
            case "CSATRate" -> csatRate(json);
            case "TTRField" -> ttr(json);
            case "ParticipantsChange" -> participants(json);
            default -> Optional.empty();
        };
        return known.isPresent() ? known.get() : new ConversationField.Unknown(field, json);
    }

    private static Optional<ConversationField> dialogChange(ObjectNode json) {
        JsonNode dialog = json.path("dialog");
        Optional<String> type = Json.text(json, "type");
        Optional<String> dialogId = Json.id(dialog, "dialogId");
        Optional<String> state = Json.text(dialog, "state");
        if (type.isEmpty() || dialogId.isEmpty() || state.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ConversationField.DialogChange(
                type.get(), dialogId.get(), state.get(), Json.text(dialog, "closedCause")));
    }

    private static Optional<ConversationField> csatRate(ObjectNode json) {
        JsonNode resolved = json.path("csatResolutionConfirmation");
        return Json.integer(json, "csatRate")
                .map(rate -> new ConversationField.CsatRate(
                        rate,
                        resolved.isBoolean() ? Optional.of(resolved.booleanValue()) : Optional.empty(),
                        Json.text(json, "status").orElse("")));
    }

    private static Optional<ConversationField> participants(ObjectNode json) {
        Optional<String> type = Json.text(json, "type");
        Optional<String> role = Json.text(json, "role");
        Optional<String> userId = Json.id(json, "userId");
        if (type.isEmpty() || role.isEmpty() || userId.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ConversationField.ParticipantsChange(type.get(), role.get(), userId.get()));
    }

    private static Optional<ConversationField> ttr(ObjectNode json) {
        OptionalLong value = Json.natural(json, "value");
        if (value.isEmpty() && Json.has(json, "value")) {
            return Optional.empty();
        }
        return Json.text(json, "ttrType")
                .map(type -> new ConversationField.TtrField(
                        type, value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty()));
    }

    static ObjectNode write(ConversationField field) {
        if (field instanceof ConversationField.Unknown unknown) {
            return unknown.json();
        }
        ObjectNode json = Json.object();
        if (field instanceof ConversationField.DialogChange change) {
            json.put("field", "DialogChange").put("type", change.type());
            ObjectNode dialog = json.putObject("dialog");
            dialog.put("dialogId", change.dialogId()).put("state", change.state());
            Json.put(dialog, "closedCause", change.closedCause());
        } else if (field instanceof ConversationField.ConversationStateField state) {
            json.put("field", "ConversationStateField").put("conversationState", state.conversationState());
        } else if (field instanceof ConversationField.Stage stage) {
            json.put("field", "Stage").put("conversationState", stage.conversationState());
        } else if (field instanceof ConversationField.CsatRate csat) {
            json.put("field", "CSATRate").put("csatRate", csat.csatRate());
            csat.resolved().ifPresent(resolved -> json.put("csatResolutionConfirmation", resolved));
            Json.put(json, "status", Optional.of(csat.status()).filter(status -> !status.isEmpty()));
        } else if (field instanceof ConversationField.TtrField ttr) {
            json.put("field", "TTRField").put("ttrType", ttr.ttrType());
            ttr.value().ifPresent(value -> json.put("value", value));
        } else if (field instanceof ConversationField.ParticipantsChange change) {
            json.put("field", "ParticipantsChange").put("type", change.type());
            json.put("role", change.role()).put("userId", change.userId());
        }
        return json;
    }

    private ConversationFieldCodec() {}
}
