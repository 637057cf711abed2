package dev.parley.conversation;

/** One entry of a conversation's history as a person sees it, oldest first. */
public sealed interface TimelineItem {
    /** A stored turn; {@code tick} is NONE for everybody else's. */
    record Said(String dialogId, TimelineEvent.Turn turn, Tick tick) implements TimelineItem {}

    /** An own message that is not in the service's history yet. Always after all stored turns, in order of Enter. */
    record Own(Outgoing outgoing) implements TimelineItem {}

    /** Sequences {@code from..to} (inclusive) are missing. {@code known}: asked for again in vain. */
    record Missing(String dialogId, long from, long to, boolean known) implements TimelineItem {}

    /** A dialog other than MAIN begins, e.g. POST_SURVEY. */
    record DialogStart(String dialogId, String type) implements TimelineItem {}

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
