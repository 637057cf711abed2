package dev.parley.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Events, PROTOCOL.md section 8. */
final class EventCodec {
    /** Always an event: what cannot be read still took its sequence, so it stays as Unknown. */
    static Event read(JsonNode json) {
        String type = Json.text(json, "type").orElse("");
        Optional<? extends Event> known = switch (type) {
            case "ContentEvent" -> content(json);
            case "RichContentEvent" -> rich(json);
            case "AcceptStatusEvent" -> acceptStatus(json);
            case "ChatStateEvent" -> Json.text(json, "chatState").map(Event.ChatStateEvent::new);
            default -> Optional.empty();
        };
        return known.isPresent() ? known.get() : new Event.Unknown(type, json);
    }

    private static Optional<Event> content(JsonNode json) {
        JsonNode message = json.path("message");
        return Json.text(json, "contentType")
                .filter(type -> isText(type) ? message.isTextual() : Json.present(message) != null)
                .map(type -> new Event.ContentEvent(type, message, quickReplies(json)));
    }

    private static boolean isText(String contentType) {
        String lower = contentType.toLowerCase(Locale.ROOT);
        return lower.startsWith("text/plain") || lower.startsWith("text/html");
    }

    private static Optional<Event> rich(JsonNode json) {
        return Json.object(json.path("content"))
                .or(() -> Json.object(json.path("message")))
                .map(content -> new Event.RichContentEvent(content, quickReplies(json)));
    }

    private static @Nullable JsonNode quickReplies(JsonNode json) {
        return Json.object(json.path("quickReplies")).orElse(null);
    }

    private static Optional<Event> acceptStatus(JsonNode json) {
        List<Long> sequences = new ArrayList<>();
        for (JsonNode element : Json.list(json.path("sequenceList"))) {
            OptionalLong sequence = Json.number(element);
            if (sequence.isEmpty()) {
                return Optional.empty();
            }
            sequences.add(sequence.getAsLong());
        }
        return Json.text(json, "status").map(status -> new Event.AcceptStatusEvent(status, sequences));
    }

    static JsonNode write(Event event) {
        if (event instanceof Event.Unknown unknown) {
            return unknown.json();
        }
        ObjectNode json = Json.object();
        if (event instanceof Event.ContentEvent content) {
            json.put("type", "ContentEvent").put("contentType", content.contentType());
            json.set("message", content.message());
            Json.set(json, "quickReplies", content.quickReplies());
        } else if (event instanceof Event.RichContentEvent rich) {
            json.put("type", "RichContentEvent").set("content", rich.content());
            Json.set(json, "quickReplies", rich.quickReplies());
        } else if (event instanceof Event.AcceptStatusEvent accept) {
            json.put("type", "AcceptStatusEvent").put("status", accept.status());
            ArrayNode sequences = json.putArray("sequenceList");
            accept.sequenceList().forEach(sequences::add);
        } else if (event instanceof Event.ChatStateEvent chat) {
            json.put("type", "ChatStateEvent").put("chatState", chat.chatState());
        }
        return json;
    }

    private EventCodec() {}
}
