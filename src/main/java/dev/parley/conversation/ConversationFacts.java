package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A conversation's metadata as its newest UPSERT gave it (PROTOCOL.md 6.3).
 *
 * @param id conversation id
 * @param open stage is not CLOSE: at least one dialog is open
 * @param participants who takes part, the consumer included
 * @param skillId empty when unassigned
 * @param replyDue effective TTR; empty when there is none
 * @param closeReason CONSUMER, AGENT, TIMEOUT, SYSTEM or what else the service says, raw
 * @param rating 1..5
 * @param updatedMillis {@code metaDataLastUpdateTs}, epoch ms: an older one must not replace a newer one
 * @param lastTurn the service's own preview of the last content event in the MAIN dialog
 */
public record ConversationFacts(
        String id,
        boolean open,
        List<Who> participants,
        Optional<String> skillId,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Instant> replyDue,
        Optional<String> closeReason,
        Optional<Integer> rating,
        String ttrType,
        List<DialogFacts> dialogs,
        long updatedMillis,
        Optional<TimelineEvent.Turn> lastTurn) {
    public ConversationFacts {
        participants = List.copyOf(participants);
        dialogs = List.copyOf(dialogs);
    }

    ConversationFacts with(List<DialogFacts> dialogs, Optional<TimelineEvent.Turn> lastTurn) {
        return new ConversationFacts(
                id,
                open,
                participants,
                skillId,
                startedAt,
                endedAt,
                replyDue,
                closeReason,
                rating,
                ttrType,
                dialogs,
                updatedMillis,
                lastTurn);
    }

    /** As of one that has ended and nobody says how: everything in it is closed. */
    public ConversationFacts ended() {
        return new ConversationFacts(
                id,
                false,
                participants,
                skillId,
                startedAt,
                endedAt,
                Optional.empty(),
                closeReason,
                rating,
                ttrType,
                dialogs.stream().map(DialogFacts::ended).toList(),
                updatedMillis,
                lastTurn);
    }

    /**
     * A dialog of it. The MAIN dialog's id equals the conversation's.
     *
     * @param type MAIN, POST_SURVEY, OTHER …, raw
     * @param messaging {@code channelType} is MESSAGING
     * @param updatedMillis the dialog's own {@code metaDataLastUpdateTs}
     */
    public record DialogFacts(
            String id, String type, boolean open, boolean messaging, Optional<String> closedBy, long updatedMillis) {
        DialogFacts ended() {
            return new DialogFacts(id, type, false, messaging, closedBy, updatedMillis);
        }
    }
}
