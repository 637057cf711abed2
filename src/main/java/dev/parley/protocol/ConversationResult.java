package dev.parley.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * {@code result} of a conversation change, {@code conversationDetails} flattened into it; PROTOCOL.md 6.3. Strings are raw
 * enum values; times are epoch ms.
 *
 * @param effectiveTtr absent when missing or -1
 * @param participants either shape of the wire (array, or map by role) gives this list
 * @param dialogs those with an id and a state; empty in frames from before several dialogs, where MAIN's id is convId
 * @param state of the MAIN dialog; where the wire has only one of state and stage, both are that one
 * @param stage of the whole conversation
 * @param context as given at creation; null when absent
 * @param particulars what few frames have
 */
public record ConversationResult(
        String convId,
        OptionalLong effectiveTtr,
        Optional<String> skillId,
        List<Participant> participants,
        List<Dialog> dialogs,
        String brandId,
        String state,
        String stage,
        Optional<String> closeReason,
        OptionalLong startTs,
        OptionalLong endTs,
        OptionalLong metaDataLastUpdateTs,
        Optional<Ttr> ttr,
        Optional<Integer> csatRate,
        @Nullable JsonNode campaignInfo,
        @Nullable JsonNode context,
        Optional<NotificationBody.MessageChange> lastContentEvent,
        Particulars particulars) {
    public ConversationResult {
        participants = List.copyOf(participants);
        dialogs = List.copyOf(dialogs);
    }

    public ConversationResult(
            String convId,
            OptionalLong effectiveTtr,
            Optional<String> skillId,
            List<Participant> participants,
            List<Dialog> dialogs,
            String brandId,
            String state,
            String stage,
            Optional<String> closeReason,
            OptionalLong startTs,
            OptionalLong endTs,
            OptionalLong metaDataLastUpdateTs,
            Optional<Ttr> ttr,
            Optional<Integer> csatRate,
            @Nullable JsonNode campaignInfo,
            @Nullable JsonNode context,
            Optional<NotificationBody.MessageChange> lastContentEvent) {
        this(
                convId,
                effectiveTtr,
                skillId,
                participants,
                dialogs,
                brandId,
                state,
                stage,
                closeReason,
                startTs,
                endTs,
                metaDataLastUpdateTs,
                ttr,
                csatRate,
                campaignInfo,
                context,
                lastContentEvent,
                Particulars.NONE);
    }

    /**
     * @param csatResolved {@code csatResolutionConfirmation}
     * @param csatStatus FILLED, PARTIALLY_FILLED, SKIPPED …
     */
    public record Particulars(Optional<Delay> delay, Optional<Boolean> csatResolved, Optional<String> csatStatus) {
        public static final Particulars NONE = new Particulars(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** {@code type} is NIGHT, WEEKEND, HOLIDAY …; {@code tillWhen} in epoch ms. */
    public record Delay(String type, OptionalLong tillWhen) {}

    /** {@code state} is ACTIVE, SUGGESTED or empty. */
    public record Participant(String id, String role, String state) {}

    /** {@code value} in seconds. */
    public record Ttr(String ttrType, OptionalLong value) {}

    /**
     * @param dialogType where the wire has none: MAIN if the id is the conversation's, else OTHER
     * @param channelType MESSAGING where the wire has none
     */
    public record Dialog(
            String dialogId,
            String dialogType,
            String channelType,
            String state,
            List<Participant> participants,
            OptionalLong creationTs,
            OptionalLong endTs,
            OptionalLong metaDataLastUpdateTs,
            Optional<String> closedBy,
            Optional<String> closedCause) {
        public Dialog {
            participants = List.copyOf(participants);
        }
    }
}
