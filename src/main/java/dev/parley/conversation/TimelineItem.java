package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One entry of a conversation's history as a person sees it, oldest first. */
public sealed interface TimelineItem {
    /**
     * A stored turn.
     *
     * @param tick NONE for everybody else's
     * @param copy an own message that the service has taken in twice: this is the second one (RELIABILITY.md 1.2)
     * @param clashed its sequence came again with something else in it; what came first is shown (RELIABILITY.md M4)
     * @param made numbers of its {@link Targets} that the person chose, ascending
     * @param attached what became of the file or form that it brings
     */
    record Said(
            String dialogId,
            TimelineEvent.Turn turn,
            Tick tick,
            boolean copy,
            boolean clashed,
            List<Integer> made,
            Attached attached)
            implements TimelineItem {
        public Said {
            made = List.copyOf(made);
        }

        public Said(
                String dialogId,
                TimelineEvent.Turn turn,
                Tick tick,
                boolean copy,
                boolean clashed,
                List<Integer> made) {
            this(dialogId, turn, tick, copy, clashed, made, Attached.NOTHING);
        }

        public Said(String dialogId, TimelineEvent.Turn turn, Tick tick) {
            this(dialogId, turn, tick, false, false, List.of());
        }
    }

    /** An own message that is not in the service's history yet. Always after all stored turns, in order of Enter. */
    record Own(Outgoing outgoing) implements TimelineItem {}

    /** Sequences {@code from..to} (inclusive) are missing. {@code known}: asked for again in vain. */
    record Missing(String dialogId, long from, long to, boolean known) implements TimelineItem {}

    /** A dialog other than MAIN begins, e.g. POST_SURVEY. */
    record DialogStart(String dialogId, String type) implements TimelineItem {}

    /**
     * A dialog has ended, and the conversation goes on below, or has gone on: MAIN before its survey, and the survey.
     *
     * @param by CONSUMER, AGENT, SYSTEM …, raw
     * @param cause free text, raw
     */
    record DialogEnd(String dialogId, String type, Optional<Instant> at, Optional<String> by, Optional<String> cause)
            implements TimelineItem {}

    /** The dialog's history is being loaded, or was refused. */
    record HistoryNote(String dialogId, Update.HistoryState state, String words) implements TimelineItem {}

    /** What became of an own turn. */
    enum Tick {
        NONE,
        /** The service, or an agent's client, has it. */
        ACCEPTED,
        READ
    }
}
