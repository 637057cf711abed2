package dev.parley.conversation;

/** The life of an own message, RELIABILITY.md 1.2. */
public enum Delivery {
    /** Enter was pressed, the outbox has not confirmed yet. */
    SAVING,
    /** In the outbox, not written to the socket. */
    QUEUED,
    /** Written; no answer yet. */
    IN_FLIGHT,
    /** Answered with its sequence, or found in the service's history. */
    ACKED,
    /** Written, and the answer is lost: it may or may not have happened. */
    UNKNOWN,
    /** Refused, with a reason. Kept, and never sent again by itself. */
    FAILED;

    /** Whether leaving now could lose it. */
    public boolean isPending() {
        return this == SAVING || this == QUEUED || this == IN_FLIGHT || this == UNKNOWN;
    }
}
