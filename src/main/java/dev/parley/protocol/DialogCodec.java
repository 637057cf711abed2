package dev.parley.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.ConversationResult.Dialog;
import java.util.ArrayList;
import java.util.List;

/** {@code dialogs} of a conversation, PROTOCOL.md 6.3. */
final class DialogCodec {
    /** Entries without an id or a state are left out: nothing can be said about them. */
    static List<Dialog> readAll(JsonNode json, String convId) {
        List<Dialog> dialogs = new ArrayList<>();
        for (JsonNode entry : Json.list(json)) {
            Json.id(entry, "dialogId")
                    .ifPresent(dialogId -> Json.text(entry, "state")
                            .ifPresent(state -> dialogs.add(read(entry, dialogId, state, convId))));
        }
        return dialogs;
    }

    private static Dialog read(JsonNode json, String dialogId, String state, String convId) {
        return new Dialog(
                dialogId,
                Json.text(json, "dialogType").orElse(dialogId.equals(convId) ? "MAIN" : "OTHER"),
                Json.text(json, "channelType").orElse("MESSAGING"),
                state,
                ParticipantsCodec.list(json.path("participantsDetails")),
                Json.natural(json, "creationTs"),
                Json.natural(json, "endTs"),
                Json.natural(json, "metaDataLastUpdateTs"),
                Json.text(json, "closedBy"),
                Json.text(json, "closedCause"));
    }

    static ArrayNode writeAll(List<Dialog> dialogs) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Dialog dialog : dialogs) {
            ObjectNode json = array.addObject();
            json.put("dialogId", dialog.dialogId()).put("dialogType", dialog.dialogType());
            json.put("channelType", dialog.channelType()).put("state", dialog.state());
            json.set("participantsDetails", ParticipantsCodec.write(dialog.participants()));
            Json.put(json, "creationTs", dialog.creationTs());
            Json.put(json, "endTs", dialog.endTs());
            Json.put(json, "metaDataLastUpdateTs", dialog.metaDataLastUpdateTs());
            Json.put(json, "closedBy", dialog.closedBy());
            Json.put(json, "closedCause", dialog.closedCause());
        }
        return array;
    }

    private DialogCodec() {}
}
