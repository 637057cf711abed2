package dev.parley.referee;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The frames of PROTOCOL.md, as its examples show them. */
final class Frames {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Optional<ObjectNode> parse(String text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode response(String reqId, int code, String type, @Nullable JsonNode body) {
        ObjectNode frame = object().put("kind", "resp").put("reqId", reqId).put("code", code);
        frame.put("type", type);
        return body == null ? frame : frame.set("body", body);
    }

    /** 7.1: events, which may be none. */
    static ObjectNode events(List<ObjectNode> changes) {
        ObjectNode frame = object().put("kind", "notification").put("type", "ms.MessagingEventNotification");
        frame.putObject("body").putArray("changes").addAll(changes);
        return frame;
    }

    /** 6.3: changes of conversations, which may be none. */
    static ObjectNode conversations(String subscriptionId, List<ObjectNode> changes) {
        ObjectNode frame = object().put("kind", "notification").put("type", "cqm.ExConversationChangeNotification");
        frame.putObject("body")
                .put("subscriptionId", subscriptionId)
                .put("sentTs", 1700000600042L)
                .putArray("changes")
                .addAll(changes);
        return frame;
    }

    static ObjectNode change(String type, ObjectNode result) {
        return object().put("type", type).set("result", result);
    }

    static ObjectNode text(String text) {
        return object().put("type", "ContentEvent")
                .put("contentType", "text/plain")
                .put("message", text);
    }

    static ObjectNode chatState(String state) {
        return object().put("type", "ChatStateEvent").put("chatState", state);
    }

    static ObjectNode acceptStatus(String status, List<Integer> sequences) {
        ObjectNode event = object().put("type", "AcceptStatusEvent").put("status", status);
        ArrayNode list = event.putArray("sequenceList");
        sequences.forEach(list::add);
        return event;
    }

    private Frames() {}
}
