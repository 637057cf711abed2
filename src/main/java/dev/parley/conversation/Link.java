package dev.parley.conversation;

/**
 * How a consumer's connection stands.
 *
 * @param roundTripMillis of the last heartbeat; -1 when unknown
 * @param reason one sentence about why it is not online; empty when it is. Raw.
 */
public record Link(State state, int roundTripMillis, String reason) {
    /** The four words of row 1. */
    public enum State {
        ONLINE,
        CONNECTING,
        /** Connected, but nothing was heard for 12 s. */
        NOT_HEARD,
        OFFLINE
    }

    public static final Link CLOSED = new Link(State.OFFLINE, -1, "");
}
