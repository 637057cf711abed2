package dev.parley.sandbox.agents;

/**
 * The one port through which somebody answers in the sandbox: Ada and her like today, agents from outside later. What
 * happens comes in here; what the agent does goes out through the {@link Seat}. Called on the sandbox's event loop, in the
 * order of each conversation. An agent keeps nothing of its own about a conversation: it may be another process next time.
 */
public interface Agent {
    String nickname();

    /** A conversation without an agent, or something new in it: join it or leave it alone. */
    void offered(Seat seat);

    /** The agent has become the assigned one. */
    void joined(Seat seat);

    /** The consumer wrote; the text stands at {@code sequence}. */
    void turn(Seat seat, long sequence, String text);

    /** The consumer is COMPOSING, ACTIVE, in the BACKGROUND …: the protocol's words. */
    default void chatState(Seat seat, String chatState) {}

    /** Nothing more can be done in it. */
    default void closed(Seat seat) {}
}
