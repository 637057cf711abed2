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
 * @param ttrType NORMAL, URGENT, PRIORITIZED, CUSTOM or what else the service says, raw; empty when it says nothing
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
        Optional<TimelineEvent.Turn> lastTurn,
        Particulars particulars) {
    public ConversationFacts {
        participants = List.copyOf(participants);
        dialogs = List.copyOf(dialogs);
    }

    public ConversationFacts(
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
        this(
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
                lastTurn,
                Particulars.NONE);
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
                lastTurn,
                particulars);
    }

    public ConversationFacts with(Particulars told) {
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
                lastTurn,
                told);
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
                lastTurn,
                particulars);
    }

    public boolean urgent() {
        return ttrType.equals("URGENT");
    }

    /** MAIN; empty in frames from before several dialogs. */
    public Optional<DialogFacts> main() {
        return dialog(id);
    }

    public Optional<DialogFacts> dialog(String dialogId) {
        return dialogs.stream().filter(dialog -> dialog.id().equals(dialogId)).findFirst();
    }

    /** MAIN has ended, and another dialog goes on: the survey, as a rule. */
    public boolean inSurvey() {
        return open && main().filter(dialog -> !dialog.open()).isPresent();
    }

    /**
     * What else the service tells of it, for whoever wants to know.
     *
     * @param state of MAIN: OPEN, CLOSE, LOCKED or what else the service says, raw
     * @param stage of the whole, likewise
     * @param ttrSeconds how long an answer may take
     * @param delay why nobody answers now; PROTOCOL.md calls it unreliable
     * @param resolved whether the consumer said that it was solved
     * @param campaign as given at creation, JSON text, perhaps cut; empty for none
     * @param context likewise
     */
    public record Particulars(
            String state,
            String stage,
            Optional<Long> ttrSeconds,
            Optional<Delay> delay,
            Optional<Boolean> resolved,
            String campaign,
            String context) {
        public static final Particulars NONE =
                new Particulars("", "", Optional.empty(), Optional.empty(), Optional.empty(), "", "");
    }

    /**
     * Nobody answers for a while.
     *
     * @param type NIGHT, WEEKEND, HOLIDAY or what else the service says, raw
     */
    public record Delay(String type, Optional<Instant> until) {}

    /**
     * A dialog of it. The MAIN dialog's id equals the conversation's.
     *
     * @param type MAIN, POST_SURVEY, OTHER …, raw
     * @param messaging {@code channelType} is MESSAGING
     * @param closedBy CONSUMER, AGENT, SYSTEM …, raw
     * @param updatedMillis the dialog's own {@code metaDataLastUpdateTs}
     * @param closedCause free text, raw
     */
    public record DialogFacts(
            String id,
            String type,
            boolean open,
            boolean messaging,
            Optional<String> closedBy,
            long updatedMillis,
            Optional<String> closedCause,
            Optional<Instant> endedAt) {
        public DialogFacts(
                String id,
                String type,
                boolean open,
                boolean messaging,
                Optional<String> closedBy,
                long updatedMillis) {
            this(id, type, open, messaging, closedBy, updatedMillis, Optional.empty(), Optional.empty());
        }

        DialogFacts ended() {
            return new DialogFacts(id, type, false, messaging, closedBy, updatedMillis, closedCause, endedAt);
        }
    }
}
