package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events as the ledger keeps them: the field names of PROTOCOL.md section 8. */
final class StoredEvent {
    static ObjectNode json(Event event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (event instanceof Event.ContentEvent content) {
            json.put("type", "ContentEvent").put("contentType", content.contentType());
            json.set("message", content.message());
            putIfThere(json, "quickReplies", content.quickReplies());
        } else if (event instanceof Event.RichContentEvent rich) {
            json.put("type", "RichContentEvent").set("content", rich.content());
            putIfThere(json, "quickReplies", rich.quickReplies());
        } else if (event instanceof Event.AcceptStatusEvent receipt) {
            json.put("type", "AcceptStatusEvent").put("status", receipt.status());
            ArrayNode sequences = json.putArray("sequenceList");
            receipt.sequenceList().forEach(sequences::add);
        } else {
            throw new IllegalArgumentException(
                    "never stored: " + event.getClass().getSimpleName());
        }
        return json;
    }

    static Event event(JsonNode json) {
        String type = json.path("type").asText();
        switch (type) {
            case "ContentEvent":
                return new Event.ContentEvent(
                        json.path("contentType").asText(), json.path("message"), json.get("quickReplies"));
            case "RichContentEvent":
                return new Event.RichContentEvent(json.path("content"), json.get("quickReplies"));
            case "AcceptStatusEvent":
                List<Long> sequences = new ArrayList<>();
                json.path("sequenceList").forEach(sequence -> sequences.add(sequence.asLong()));
                return new Event.AcceptStatusEvent(json.path("status").asText(), sequences);
            default:
                return new Event.Unknown(type, json);
        }
    }

    private static void putIfThere(ObjectNode json, String name, @Nullable JsonNode value) {
        if (value != null && !value.isNull()) {
            json.set(name, value);
        }
    }

    private StoredEvent() {}
}
