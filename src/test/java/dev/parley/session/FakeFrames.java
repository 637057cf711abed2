package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** The service's frames as JSON, written from PROTOCOL.md sections 6 to 8. */
final class FakeFrames {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FakeFrames() {}

    static JsonNode read(String frame) {
        try {
            return JSON.readTree(frame);
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A request's type, or what it publishes. */
    static String kind(JsonNode request) {
        String type = request.path("type").asText();
        return type.equals("ms.PublishEvent") ? request.at("/body/event/type").asText() : type;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode text(String words) {
        return JSON.getNodeFactory().textNode(words);
    }

    static ObjectNode content(String text) {
        return object().put("type", "ContentEvent")
                .put("contentType", "text/plain")
                .put("message", text);
    }

    static ObjectNode response(JsonNode request, int code, JsonNode body) {
        ObjectNode response = object().put("kind", "resp").put("code", code);
        response.put("reqId", request.path("id").asText()).set("body", body);
        return response;
    }

    static ObjectNode change(String originator, String role, String id) {
        ObjectNode change = object().put("originatorId", originator).put("dialogId", id);
        change.put("conversationId", id);
        change.putObject("originatorMetadata").put("id", originator).put("role", role);
        return change;
    }

    static ObjectNode typing(String id, String originator, String state) {
        ObjectNode change = change(originator, "ASSIGNED_AGENT", id);
        change.putObject("event").put("type", "ChatStateEvent").put("chatState", state);
        return change;
    }

    static ObjectNode events(List<ObjectNode> changes) {
        ObjectNode frame = notification("ms.MessagingEventNotification");
        changes.forEach(((ArrayNode) frame.at("/body/changes"))::add);
        return frame;
    }

    static ObjectNode list(Collection<FakeTalks.Talk> talks) {
        ObjectNode frame = notification("cqm.ExConversationChangeNotification");
        talks.forEach(talk -> ((ArrayNode) frame.at("/body/changes")).add(change(talk, "UPSERT")));
        return frame;
    }

    static ObjectNode delete(FakeTalks.Talk talk) {
        ObjectNode frame = notification("cqm.ExConversationChangeNotification");
        ((ArrayNode) frame.at("/body/changes")).add(change(talk, "DELETE"));
        return frame;
    }

    private static ObjectNode change(FakeTalks.Talk talk, String type) {
        ObjectNode change = object().put("type", type);
        ObjectNode result = change.putObject("result").put("convId", talk.id).put("effectiveTTR", -1);
        ObjectNode details = result.putObject("conversationDetails");
        details.put("state", state(talk.open)).put("stage", state(talk.stageOpen()));
        details.put("startTs", 1_000).put("brandId", "10000001");
        details.put("metaDataLastUpdateTs", talk.updated);
        details.putArray("participants")
                .addObject()
                .put("id", FakeService.CONSUMER)
                .put("role", "CONSUMER");
        ArrayNode dialogs = details.putArray("dialogs");
        dialogs.add(dialog(talk, "MAIN", talk.updated));
        if (talk.survey != null) {
            dialogs.add(dialog(talk.survey, "POST_SURVEY", talk.updated));
        }
        details.setAll(talk.details);
        return change;
    }

    private static ObjectNode dialog(FakeTalks.Talk talk, String kind, long updated) {
        return object().put("dialogId", talk.id)
                .put("dialogType", kind)
                .put("channelType", "MESSAGING")
                .put("state", state(talk.open))
                .put("metaDataLastUpdateTs", updated);
    }

    private static String state(boolean open) {
        return open ? "OPEN" : "CLOSE";
    }

    private static ObjectNode notification(String type) {
        ObjectNode frame = object().put("kind", "notification").put("type", type);
        frame.putObject("body").putArray("changes");
        return frame;
    }
}
