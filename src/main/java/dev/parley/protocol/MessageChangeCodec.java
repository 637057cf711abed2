package dev.parley.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.NotificationBody.MessageChange;
import java.util.Optional;
import java.util.OptionalLong;

/** One published event as its readers see it, PROTOCOL.md 7.1. */
final class MessageChangeCodec {
    private static final String EVERYBODY = "ALL";

    /**
     * Needed are those members that say where it belongs and who may see it: dialog, sequence, originator, audience.
     * The others may be missing or odd.
     */
    static Optional<MessageChange> read(JsonNode json) {
        Optional<String> dialogId = Json.id(json, "dialogId");
        Optional<String> originatorId = Json.id(json, "originatorPId").or(() -> Json.id(json, "originatorId"));
        Optional<String> audience =
                Json.has(json, "messageAudience") ? Json.text(json, "messageAudience") : Optional.of(EVERYBODY);
        if (dialogId.isEmpty() || originatorId.isEmpty() || audience.isEmpty()) {
            return Optional.empty();
        }
        Event event = EventCodec.read(json.path("event"));
        OptionalLong sequence = Json.natural(json, "sequence");
        if (sequence.isEmpty() && (Json.has(json, "sequence") || takesSequence(event))) {
            return Optional.empty();
        }
        return Optional.of(new MessageChange(
                sequence,
                originatorId.get(),
                Json.text(json.path("originatorMetadata"), "role").orElse(""),
                Json.natural(json, "serverTimestamp"),
                event,
                Json.id(json, "conversationId"),
                dialogId.get(),
                Json.present(json.path("metadata")),
                audience.get()));
    }

    private static boolean takesSequence(Event event) {
        return !(event instanceof Event.ChatStateEvent) && !(event instanceof Event.Unknown);
    }

    static ObjectNode write(MessageChange change) {
        ObjectNode json = Json.object();
        Json.put(json, "sequence", change.sequence());
        json.put("originatorId", change.originatorId());
        if (!change.role().isEmpty()) {
            json.putObject("originatorMetadata")
                    .put("id", change.originatorId())
                    .put("role", change.role());
        }
        Json.put(json, "serverTimestamp", change.serverTimestamp());
        json.set("event", EventCodec.write(change.event()));
        Json.put(json, "conversationId", change.conversationId());
        json.put("dialogId", change.dialogId());
        Json.set(json, "metadata", change.metadata());
        json.put("messageAudience", change.audience());
        return json;
    }

    private MessageChangeCodec() {}
}
