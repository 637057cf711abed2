package dev.parley.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of notifications, PROTOCOL.md 6.3, 7.1 and, for the older names and shapes, 15.5. */
final class NotificationCodec {
    static NotificationBody read(String type, JsonNode body) {
        if (body instanceof ObjectNode object) {
            switch (type) {
                case "cqm.ExConversationChangeNotification", ".ams.aam.ExConversationChangeNotification" -> {
                    return conversations(object);
                }
                case "ms.MessagingEventNotification", ".ams.ms.OnlineEventDistribution" -> {
                    return events(object);
                }
                default -> {}
            }
        }
        return new NotificationBody.Unknown(type, Json.present(body));
    }

    private static NotificationBody conversations(ObjectNode body) {
        List<NotificationBody.ConversationChange> changes = new ArrayList<>();
        List<JsonNode> unreadable = new ArrayList<>();
        for (JsonNode entry : Json.list(body.path("changes"))) {
            boolean delete = "DELETE".equals(entry.path("type").asText());
            ConversationCodec.read(entry.path("result"), delete)
                    .ifPresentOrElse(
                            result -> changes.add(new NotificationBody.ConversationChange(delete, result)),
                            () -> unreadable.add(entry));
        }
        return new NotificationBody.ExConversationChange(
                Json.text(body, "subscriptionId").orElse(""), changes, unreadable);
    }

    private static NotificationBody events(ObjectNode body) {
        // v2 sends one event as the body itself.
        JsonNode entries = body.has("event") && !body.has("changes") ? body : body.path("changes");
        List<NotificationBody.MessageChange> changes = new ArrayList<>();
        List<JsonNode> unreadable = new ArrayList<>();
        for (JsonNode entry : Json.list(entries)) {
            MessageChangeCodec.read(entry).ifPresentOrElse(changes::add, () -> unreadable.add(entry));
        }
        return new NotificationBody.MessagingEvents(changes, unreadable);
    }

    static JsonNode write(NotificationBody body) {
        if (body instanceof NotificationBody.Unknown unknown) {
            @Nullable JsonNode any = unknown.body();
            return any == null ? NullNode.instance : any;
        }
        ObjectNode json = Json.object();
        ArrayNode changes = JsonNodeFactory.instance.arrayNode();
        if (body instanceof NotificationBody.ExConversationChange conversations) {
            json.put("subscriptionId", conversations.subscriptionId());
            for (NotificationBody.ConversationChange change : conversations.changes()) {
                changes.addObject()
                        .put("type", change.delete() ? "DELETE" : "UPSERT")
                        .set("result", ConversationCodec.write(change.result()));
            }
            changes.addAll(conversations.unreadable());
        } else if (body instanceof NotificationBody.MessagingEvents events) {
            events.changes().forEach(change -> changes.add(MessageChangeCodec.write(change)));
            changes.addAll(events.unreadable());
        }
        json.set("changes", changes);
        return json;
    }

    private NotificationCodec() {}
}
