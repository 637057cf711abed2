package dev.parley.referee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One conversation with its only dialog, MAIN. Owned by the referee's event loop. */
final class Talk {
    private static final int TTR_SECONDS = 600;

    final String id;
    final String consumerId;
    final String agentId;
    private final long started;

    /** What was published, in the shape readers get it, at the index of its sequence. */
    final List<ObjectNode> history = new ArrayList<>();

    boolean open = true;
    boolean agentJoined;
    private long updated;
    private long ended;
    private long deadline;
    private String closedBy = "";
    private @Nullable JsonNode context;

    Talk(String id, String consumerId, String agentId, long now) {
        this.id = id;
        this.consumerId = consumerId;
        this.agentId = agentId;
        started = now;
        updated = now;
        deadline = now + TTR_SECONDS * 1000L;
    }

    void opened(JsonNode request) {
        context = request.path("conversationContext").isObject() ? request.path("conversationContext") : null;
    }

    boolean isMember(String participant) {
        return participant.equals(consumerId) || participant.equals(agentId);
    }

    /** The event as its readers get it; the next sequence is its own unless it is a chat state. */
    ObjectNode published(String originator, String role, JsonNode event, JsonNode metadata, long now) {
        boolean stored = !"ChatStateEvent".equals(event.path("type").asText());
        ObjectNode change = Frames.object();
        if (stored) {
            change.put("sequence", history.size());
        }
        change.put("originatorId", originator);
        change.putObject("originatorMetadata").put("id", originator).put("role", role);
        if (stored) {
            change.put("serverTimestamp", now);
        }
        change.set("event", event);
        change.put("conversationId", id).put("dialogId", id);
        if (metadata.isArray()) {
            change.set("metadata", metadata);
        }
        change.put("messageAudience", "ALL");
        if (stored) {
            history.add(change);
            if ("ContentEvent".equals(event.path("type").asText())) {
                deadline = role.equals("CONSUMER") ? now + TTR_SECONDS * 1000L : -1;
            }
        }
        return change;
    }

    void join(long now) {
        agentJoined = true;
        updated = now;
    }

    void close(String by, long now) {
        open = false;
        closedBy = by;
        ended = now;
        updated = now;
        deadline = -1;
    }

    void touched(long now) {
        updated = now;
    }

    ObjectNode result() {
        String state = open ? "OPEN" : "CLOSE";
        ObjectNode result = Frames.object().put("convId", id).put("effectiveTTR", deadline);
        ObjectNode details = result.putObject("conversationDetails").put("skillId", "-1");
        participants(details.putArray("participants"), false);
        ObjectNode dialog = details.putArray("dialogs").addObject();
        dialog.put("dialogId", id).put("dialogType", "MAIN").put("channelType", "MESSAGING");
        dialog.put("state", state);
        participants(dialog.putArray("participantsDetails"), true);
        dialog.put("creationTs", started).put("metaDataLastUpdateTs", updated);
        details.put("brandId", Referee.ACCOUNT).put("state", state).put("stage", state);
        details.put("startTs", started).put("metaDataLastUpdateTs", updated);
        details.put("firstConversation", false);
        details.putObject("ttr").put("ttrType", "NORMAL").put("value", TTR_SECONDS);
        if (context != null) {
            details.set("context", context);
        }
        if (!open) {
            details.put("closeReason", closedBy).put("endTs", ended);
            dialog.put("endTs", ended).put("closedBy", closedBy).put("closedCause", "Closed");
        }
        lastContent().ifPresent(last -> result.set("lastContentEventNotification", last));
        return result;
    }

    private void participants(ArrayNode array, boolean details) {
        ObjectNode consumer = array.addObject().put("id", consumerId).put("role", "CONSUMER");
        if (details) {
            consumer.put("state", "ACTIVE");
        }
        if (agentJoined) {
            ObjectNode agent = array.addObject().put("id", agentId).put("role", "ASSIGNED_AGENT");
            if (details) {
                agent.put("state", "ACTIVE");
            }
        }
    }

    private Optional<ObjectNode> lastContent() {
        for (int i = history.size() - 1; i >= 0; i--) {
            if ("ContentEvent".equals(history.get(i).path("event").path("type").asText())) {
                return Optional.of(history.get(i));
            }
        }
        return Optional.empty();
    }
}
