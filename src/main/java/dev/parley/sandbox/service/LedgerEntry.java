package dev.parley.sandbox.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What can happen in the service, in the words that stand on disk. {@link State} is nothing but the fold of these, so a
 * renamed component is a new ledger version. Times are epoch milliseconds.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LedgerEntry.Opened.class, name = "opened"),
    @JsonSubTypes.Type(value = LedgerEntry.Published.class, name = "published"),
    @JsonSubTypes.Type(value = LedgerEntry.Joined.class, name = "joined"),
    @JsonSubTypes.Type(value = LedgerEntry.Left.class, name = "left"),
    @JsonSubTypes.Type(value = LedgerEntry.Closed.class, name = "closed"),
    @JsonSubTypes.Type(value = LedgerEntry.Urgency.class, name = "urgency"),
    @JsonSubTypes.Type(value = LedgerEntry.Rated.class, name = "rated"),
    @JsonSubTypes.Type(value = LedgerEntry.ProfileSet.class, name = "profile"),
    @JsonSubTypes.Type(value = LedgerEntry.Planned.class, name = "planned"),
    @JsonSubTypes.Type(value = LedgerEntry.Done.class, name = "done"),
    @JsonSubTypes.Type(value = LedgerEntry.Noted.class, name = "noted"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface LedgerEntry {
    record Opened(
            String conversationId,
            String consumerId,
            long at,
            String skillId,
            String ttrType,
            long ttrSeconds,
            @Nullable JsonNode campaignInfo,
            @Nullable JsonNode context)
            implements LedgerEntry {}

    /** A stored event; {@code event} as {@link StoredEvent} writes it. */
    record Published(
            String conversationId,
            String dialogId,
            long sequence,
            String originatorId,
            String role,
            long at,
            JsonNode event,
            @Nullable JsonNode metadata)
            implements LedgerEntry {}

    record Joined(String conversationId, String agentId, String nickname, String role, long at)
            implements LedgerEntry {}

    record Left(String conversationId, String agentId, long at) implements LedgerEntry {}

    /** {@code by} CONSUMER, AGENT or SYSTEM. */
    record Closed(
            String conversationId, String by, @Nullable String cause, long at) implements LedgerEntry {}

    record Urgency(String conversationId, String ttrType, long ttrSeconds, long at) implements LedgerEntry {}

    record Rated(String conversationId, int csatRate, String status, long at) implements LedgerEntry {}

    record ProfileSet(String consumerId, ObjectNode profile) implements LedgerEntry {}

    /** An agent means to do {@code act} (the agents' own words) at {@code dueAt}, whether or not we run until then. */
    record Planned(long id, String conversationId, long dueAt, JsonNode act) implements LedgerEntry {}

    /** The plan of that id was carried out, or its time has passed without sense. */
    record Done(long planId) implements LedgerEntry {}

    /** What the agent of a conversation keeps in mind about it. */
    record Noted(String conversationId, String note) implements LedgerEntry {}
}
