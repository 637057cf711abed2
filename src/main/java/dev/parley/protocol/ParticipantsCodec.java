package dev.parley.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.ConversationResult.Participant;
import java.util.ArrayList;
import java.util.List;

/** Who takes part: an array today, a map by role in older frames and in v2 (PROTOCOL.md 6.3, 15.5). */
final class ParticipantsCodec {
    /** v2 has two maps; the ids a consumer sees are the ones in {@code participantsPId}. */
    static List<Participant> ofConversation(JsonNode details) {
        JsonNode participants = details.path("participants");
        if (isByRole(participants) || Json.present(participants) == null) {
            JsonNode publicIds = details.path("participantsPId");
            return byRole(publicIds.isObject() ? publicIds : participants);
        }
        return list(participants);
    }

    private static boolean isByRole(JsonNode participants) {
        // An object with an id is not a map but a bare element.
        return participants.isObject() && Json.id(participants, "id").isEmpty();
    }

    static List<Participant> list(JsonNode json) {
        List<Participant> participants = new ArrayList<>();
        for (JsonNode entry : Json.list(json)) {
            Json.id(entry, "id")
                    .ifPresent(id -> participants.add(new Participant(
                            id,
                            Json.text(entry, "role").orElse(""),
                            Json.text(entry, "state").orElse(""))));
        }
        return participants;
    }

    private static List<Participant> byRole(JsonNode map) {
        List<Participant> participants = new ArrayList<>();
        map.properties().forEach(role -> {
            for (JsonNode id : Json.list(role.getValue())) {
                Json.text(id).ifPresent(text -> participants.add(new Participant(text, role.getKey(), "")));
            }
        });
        return participants;
    }

    static ArrayNode write(List<Participant> participants) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Participant participant : participants) {
            ObjectNode json = array.addObject().put("id", participant.id());
            if (!participant.role().isEmpty()) {
                json.put("role", participant.role());
            }
            if (!participant.state().isEmpty()) {
                json.put("state", participant.state());
            }
        }
        return array;
    }

    private ParticipantsCodec() {}
}
