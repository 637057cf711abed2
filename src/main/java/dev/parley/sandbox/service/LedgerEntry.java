package dev.parley.sandbox.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
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
    @JsonSubTypes.Type(value = LedgerEntry.DialogOpened.class, name = "dialog opened"),
    @JsonSubTypes.Type(value = LedgerEntry.DialogClosed.class, name = "dialog closed"),
    @JsonSubTypes.Type(value = LedgerEntry.Locked.class, name = "locked"),
    @JsonSubTypes.Type(value = LedgerEntry.SkillSet.class, name = "skill"),
    @JsonSubTypes.Type(value = LedgerEntry.Delayed.class, name = "delayed"),
    @JsonSubTypes.Type(value = LedgerEntry.FileOffered.class, name = "file offered"),
    @JsonSubTypes.Type(value = LedgerEntry.FileStored.class, name = "file"),
    @JsonSubTypes.Type(value = LedgerEntry.FormTokens.class, name = "form tokens"),
    @JsonSubTypes.Type(value = LedgerEntry.FormRead.class, name = "form read"),
    @JsonSubTypes.Type(value = LedgerEntry.FormSubmitted.class, name = "form submitted"),
    @JsonSubTypes.Type(value = LedgerEntry.Urgency.class, name = "urgency"),
    @JsonSubTypes.Type(value = LedgerEntry.Rated.class, name = "rated"),
    @JsonSubTypes.Type(value = LedgerEntry.ProfileSet.class, name = "profile"),
    @JsonSubTypes.Type(value = LedgerEntry.Planned.class, name = "planned"),
    @JsonSubTypes.Type(value = LedgerEntry.Done.class, name = "done"),
    @JsonSubTypes.Type(value = LedgerEntry.Noted.class, name = "noted"),
    @JsonSubTypes.Type(value = LedgerEntry.Moved.class, name = "moved"),
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
            @Nullable JsonNode context,
            @Nullable List<String> features)
            implements LedgerEntry {
        public Opened(
                String conversationId,
                String consumerId,
                long at,
                String skillId,
                String ttrType,
                long ttrSeconds,
                @Nullable JsonNode campaignInfo,
                @Nullable JsonNode context) {
            this(conversationId, consumerId, at, skillId, ttrType, ttrSeconds, campaignInfo, context, null);
        }
    }

    /** A stored event; {@code event} as {@link StoredEvent} writes it. Without an {@code audience} it is for ALL. */
    record Published(
            String conversationId,
            String dialogId,
            long sequence,
            String originatorId,
            String role,
            long at,
            JsonNode event,
            @Nullable JsonNode metadata,
            @Nullable String audience)
            implements LedgerEntry {
        public Published(
                String conversationId,
                String dialogId,
                long sequence,
                String originatorId,
                String role,
                long at,
                JsonNode event,
                @Nullable JsonNode metadata) {
            this(conversationId, dialogId, sequence, originatorId, role, at, event, metadata, null);
        }
    }

    /** Takes part from now on in MAIN, in this role of PROTOCOL.md 6.3. */
    record Joined(String conversationId, String agentId, String nickname, String role, long at)
            implements LedgerEntry {}

    /** Without a {@code role} it is ASSIGNED_AGENT. */
    record Left(
            String conversationId,
            String agentId,
            long at,
            @Nullable String role) implements LedgerEntry {}

    /** Every dialog that is still open; {@code by} CONSUMER, AGENT or SYSTEM. */
    record Closed(
            String conversationId, String by, @Nullable String cause, long at) implements LedgerEntry {}

    /** A dialog beside MAIN: a POST_SURVEY, led by this agent. */
    record DialogOpened(
            String conversationId,
            String dialogId,
            String dialogType,
            String agentId,
            String nickname,
            @Nullable JsonNode metaData,
            long at)
            implements LedgerEntry {}

    /** One dialog alone, be it MAIN; {@code by} CONSUMER, AGENT or SYSTEM. */
    record DialogClosed(
            String conversationId,
            String dialogId,
            String by,
            @Nullable String cause,
            long at) implements LedgerEntry {}

    /** Nothing about it changes any more, not even its rating. */
    record Locked(String conversationId, long at) implements LedgerEntry {}

    record SkillSet(String conversationId, String skillId, long at) implements LedgerEntry {}

    /** {@code type} NIGHT, WEEKEND or HOLIDAY; empty: no longer. */
    record Delayed(String conversationId, String type, long tillWhen, long at) implements LedgerEntry {}

    /** A consumer may put a file there for a while. */
    record FileOffered(String path, String owner, String fileType, long size, long at) implements LedgerEntry {}

    /** The file is on the disk. {@code size} in bytes. */
    record FileStored(String path, String owner, String fileType, long size, long at) implements LedgerEntry {}

    /** One-time tokens of a secure form, as hashes: the tokens themselves stand nowhere. */
    record FormTokens(String conversationId, String invitationId, String readHash, String writeHash, long expiresAt)
            implements LedgerEntry {}

    /** The one-time token to read with was used. */
    record FormRead(String readHash) implements LedgerEntry {}

    /** What was filled in is not kept, only that it was. {@code fields}: how many. */
    record FormSubmitted(
            String conversationId, String invitationId, String submissionId, String writeHash, int fields, long at)
            implements LedgerEntry {}

    record Urgency(String conversationId, String ttrType, long ttrSeconds, long at) implements LedgerEntry {}

    /** {@code csatRate} 0 for none. */
    record Rated(
            String conversationId,
            int csatRate,
            String status,
            long at,
            @Nullable Boolean resolved) implements LedgerEntry {}

    record ProfileSet(String consumerId, ObjectNode profile) implements LedgerEntry {}

    /** An agent means to do {@code act} (the agents' own words) at {@code dueAt}, whether or not we run until then. */
    record Planned(long id, String conversationId, long dueAt, JsonNode act) implements LedgerEntry {}

    /** The plan of that id was carried out, or its time has passed without sense. */
    record Done(long planId) implements LedgerEntry {}

    /** After a step-up the conversation is this consumer's. */
    record Moved(String conversationId, String consumerId, long at) implements LedgerEntry {}

    /** What the agent of a conversation keeps in mind about it. */
    record Noted(String conversationId, String note) implements LedgerEntry {}
}
