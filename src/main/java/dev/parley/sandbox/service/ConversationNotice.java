package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.Codec;
import dev.parley.protocol.NotificationBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a conversation notification says of a conversation, PROTOCOL.md 6.3: written here and not by the records the client
 * reads with, so that the sandbox can say what they do not know.
 */
final class ConversationNotice {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** @param preview whether with what was last said, which no client may count on */
    static ObjectNode of(Conversation conversation, String account, boolean preview) {
        ObjectNode result = JSON.objectNode().put("convId", conversation.id());
        result.put("effectiveTTR", conversation.deadline().orElse(-1));
        ObjectNode details = result.putObject("conversationDetails").put("skillId", conversation.skillId());
        details.set("participants", participants(conversation));
        ArrayNode dialogs = details.putArray("dialogs");
        conversation.dialogs().forEach(dialog -> dialogs.add(dialog(conversation, dialog)));
        details.put("brandId", account);
        details.put("state", conversation.state()).put("stage", conversation.stage());
        conversation.main().end().ifPresent(end -> details.put("closeReason", end.by()));
        details.put("startTs", conversation.openedAt());
        if (!conversation.stage().equals("OPEN")) {
            conversation.dialogs().stream()
                    .flatMap(dialog -> dialog.end().stream())
                    .mapToLong(Dialog.End::at)
                    .max()
                    .ifPresent(at -> details.put("endTs", at));
        }
        details.put("metaDataLastUpdateTs", conversation.updated());
        details.put("firstConversation", conversation.isFirst());
        details.putObject("ttr")
                .put("ttrType", conversation.urgency().ttrType())
                .put("value", conversation.urgency().seconds());
        conversation
                .delay()
                .ifPresent(
                        it -> details.putObject("delay").put("type", it.type()).put("tillWhen", it.tillWhen()));
        conversation.rating().ifPresent(it -> details.set("csat", csat(it)));
        set(details, "campaignInfo", Optional.ofNullable(conversation.campaignInfo()));
        set(details, "context", Optional.ofNullable(conversation.context()));
        details.putObject("conversationHandlerDetails")
                .put("accountId", account)
                .put("skillId", conversation.skillId());
        if (preview) {
            set(
                    result,
                    "lastContentEventNotification",
                    conversation.main().lastContent().map(ConversationNotice::change));
        }
        return result;
    }

    /** One event as its readers see it, PROTOCOL.md 7.1. */
    static JsonNode change(NotificationBody.MessageChange change) {
        return Codec.bodyOf(new NotificationBody.MessagingEvents(List.of(change), List.of()))
                .path("changes")
                .path(0);
    }

    private static ObjectNode csat(LedgerEntry.Rated rating) {
        ObjectNode json = JSON.objectNode();
        if (rating.csatRate() > 0) {
            json.put("csatRate", rating.csatRate());
        }
        Boolean resolved = rating.resolved();
        if (resolved != null) {
            json.put("csatResolutionConfirmation", resolved);
        }
        return json.put("status", rating.status());
    }

    /** Everybody in any dialog, once for each role. */
    private static ArrayNode participants(Conversation conversation) {
        Map<String, ObjectNode> all = new LinkedHashMap<>();
        for (Dialog dialog : conversation.dialogs()) {
            for (JsonNode each : participants(conversation, dialog)) {
                all.putIfAbsent(
                        each.path("id").asText() + " " + each.path("role").asText(), (ObjectNode) each);
            }
        }
        ArrayNode array = JSON.arrayNode();
        all.values().forEach(array::add);
        return array;
    }

    private static ArrayNode participants(Conversation conversation, Dialog dialog) {
        ArrayNode array = JSON.arrayNode();
        array.add(participant(conversation.consumerId(), "CONSUMER"));
        dialog.leader().ifPresent(leader -> array.add(participant(leader, "AGENT")));
        for (LedgerEntry.Joined joined : conversation.brand()) {
            if (dialog.isMain()) {
                array.add(participant(joined.agentId(), joined.role()));
            } else if (joined.role().equals(Conversation.ASSIGNED_AGENT)) {
                array.add(participant(joined.agentId(), "READER"));
            }
        }
        return array;
    }

    private static ObjectNode participant(String id, String role) {
        return JSON.objectNode().put("id", id).put("role", role).put("state", "ACTIVE");
    }

    private static ObjectNode dialog(Conversation conversation, Dialog dialog) {
        ObjectNode json = JSON.objectNode().put("dialogId", dialog.id()).put("dialogType", dialog.type());
        json.put("channelType", "MESSAGING").put("state", dialog.isOpen() ? "OPEN" : "CLOSE");
        json.set("participantsDetails", participants(conversation, dialog));
        json.put("creationTs", dialog.openedAt());
        dialog.end().ifPresent(end -> json.put("endTs", end.at()));
        json.put("metaDataLastUpdateTs", dialog.updated());
        dialog.end().ifPresent(end -> {
            json.put("closedBy", end.by());
            String cause = end.cause();
            if (cause != null) {
                json.put("closedCause", cause);
            }
        });
        set(json, "metaData", Optional.ofNullable(dialog.metaData()));
        return json;
    }

    private static void set(ObjectNode object, String name, Optional<? extends JsonNode> value) {
        value.ifPresent(it -> object.set(name, it));
    }

    private ConversationNotice() {}
}
