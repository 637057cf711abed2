package dev.parley.conversation;

/**
 * Whether what is typed and said is kept on disk.
 *
 * @param sentence why not, for the person; empty when it is
 */
public record Storage(State state, String sentence) {
    public static final Storage KEPT = new Storage(State.KEPT, "");

    /** How far a disk can be relied upon. */
    public enum State {
        KEPT,
        /** Written now and then refused, e.g. a full disk: what is new is in memory only until it works again. */
        FAILING,
        /** There is no disk to keep it on: all is gone with the program. */
        MEMORY,
        /** Another Parley holds the state; this one looks at a snapshot of it, and sends nothing. */
        READ_ONLY
    }
}
