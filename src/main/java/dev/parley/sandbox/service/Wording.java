package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.Codec;
import dev.parley.protocol.Frame;
import dev.parley.protocol.NotificationBody;
import dev.parley.protocol.NotificationBody.MessageChange;
import dev.parley.sandbox.faults.Quirk;
import dev.parley.sandbox.faults.Quirks;
import java.util.List;
import java.util.Map;

/** Frames to clients, in the shape that the quirks of the moment give them. Owned by the sandbox's event loop. */
final class Wording {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Today's names of answers and the older ones (PROTOCOL.md 4.4). */
    private static final Map<String, String> OLDER = Map.of(
            Answer.STRING,
            ".ReqBody$StringResp",
            "GenericSubscribeResponse",
            ".ams.GenericSubscribeResponse",
            "ms.GenerateURLResponse",
            "ms.BaseGenerateURLResponse",
            "GetClockResponse",
            ".GetClock$Response",
            "ms.UploadToken",
            "ms.UploadTokenResponse");

    private final Quirks quirks;

    Wording(Quirks quirks) {
        this.quirks = quirks;
    }

    String answer(String reqId, Answer answer) {
        ObjectNode json = response(reqId, 200, answer.type());
        JsonNode body = answer.body();
        if (body.isTextual()) {
            switch (quirks.of(Quirk.SUCCESS_TEXTS)) {
                case "other" -> json.put("body", "Done");
                case "none" -> {}
                default -> json.set("body", body);
            }
        } else {
            json.set("body", body);
        }
        if (answer.type().equals("GenericSubscribeResponse") && quirks.is(Quirk.SUBSCRIBE_ANSWER, "none")) {
            json.remove("body");
        }
        return json.toString();
    }

    String refusal(String reqId, Refusal refusal) {
        switch (quirks.of(Quirk.ERROR_BODY)) {
            case "object" -> {
                ObjectNode json = response(reqId, refusal.code(), ".ReqBody$ErrorResp");
                json.putObject("body")
                        .put("title", "Request refused")
                        .put("details", refusal.words())
                        .put("errorCode", refusal.code() * 100 + 1);
                return json.toString();
            }
            case "none" -> {
                return response(reqId, refusal.code(), Answer.STRING).toString();
            }
            default -> {
                return response(reqId, refusal.code(), Answer.STRING)
                        .put("body", refusal.words())
                        .toString();
            }
        }
    }

    private ObjectNode response(String reqId, int code, String type) {
        ObjectNode json =
                JSON.objectNode().put("kind", "resp").put("reqId", reqId).put("code", code);
        switch (quirks.of(Quirk.ANSWER_TYPES)) {
            case "old" -> json.put("type", OLDER.getOrDefault(type, type));
            case "none" -> {}
            default -> json.put("type", type);
        }
        return json;
    }

    static String notification(String type, JsonNode body) {
        ObjectNode json = JSON.objectNode().put("kind", "notification").put("type", type);
        json.set("body", body);
        return json.toString();
    }

    /** @param history whether they are told because a socket has just subscribed */
    String events(List<MessageChange> changes, boolean history) {
        NotificationBody body = new NotificationBody.MessagingEvents(changes, List.of());
        if (quirks.areUsual()) {
            return Codec.encode(new Frame.Notification(body));
        }
        JsonNode json = Codec.bodyOf(body);
        for (JsonNode change : json.path("changes")) {
            event((ObjectNode) change, history);
        }
        return notification(body.type(), json);
    }

    private void event(ObjectNode change, boolean history) {
        if (quirks.is(Quirk.ORIGINATOR, "missing")) {
            change.remove("originatorMetadata");
        }
        if (history && quirks.is(Quirk.HISTORY_IDS, "missing")) {
            change.remove("conversationId");
        }
    }

    /** One entry of a conversation notification; {@code result} as {@link ConversationNotice} has it, and ours from here. */
    ObjectNode conversation(boolean delete, ObjectNode result) {
        ObjectNode change = JSON.objectNode().put("type", delete ? "DELETE" : "UPSERT");
        if (delete && quirks.is(Quirk.DELETES, "bare")) {
            change.putObject("result").put("convId", result.path("convId").asText());
            return change;
        }
        if (!quirks.areUsual()) {
            bend(result, (ObjectNode) result.path("conversationDetails"));
        }
        change.set("result", result);
        return change;
    }

    private void bend(ObjectNode result, ObjectNode details) {
        if (!quirks.is(Quirk.PARTICIPANTS, "list")) {
            ObjectNode byRole = byRole(details.path("participants"));
            details.remove("participants");
            if (quirks.is(Quirk.PARTICIPANTS, "maps")) {
                details.set("participants", byRole);
            }
            details.set("participantsPId", byRole.deepCopy());
        }
        if (quirks.is(Quirk.DIALOGS, "missing")) {
            details.remove("dialogs");
        }
        if (quirks.is(Quirk.STAGE, "missing")) {
            details.remove("stage");
        }
        if (quirks.is(Quirk.PREVIEW, "missing")) {
            result.remove("lastContentEventNotification");
        } else if (quirks.is(Quirk.ORIGINATOR, "missing")
                && result.path("lastContentEventNotification") instanceof ObjectNode last) {
            last.remove("originatorMetadata");
        }
        if (quirks.is(Quirk.CSAT, "flat") && details.remove("csat") instanceof ObjectNode csat) {
            csat.properties().forEach(member -> details.set(member.getKey(), member.getValue()));
        }
    }

    private static ObjectNode byRole(JsonNode participants) {
        ObjectNode byRole = JSON.objectNode();
        for (JsonNode each : participants) {
            byRole.withArray("/" + each.path("role").asText())
                    .add(each.path("id").asText());
        }
        return byRole;
    }
}
