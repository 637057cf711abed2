package dev.parley.sandbox.agents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

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

    /**
     * The consumer's client says what became of earlier events.
     *
     * @param status ACCEPT, READ, ACCESS (a file was opened), ACTION (an element was clicked), NACK (it cannot be shown), or
     *     of a secure form VIEWED, SUBMITTED, ABORTED, ERROR (PROTOCOL.md 8.3)
     * @param metadata with ACTION that of the element; empty for none
     */
    default void receipt(Seat seat, String status, List<Long> sequences, Optional<JsonNode> metadata) {}

    /** The consumer sent a file, which is in the store. */
    default void fileCame(Seat seat, long sequence, String fileType, String caption) {}

    /** The consumer's client said that the form was filled in; {@code fields}: how many were. */
    default void formCame(Seat seat, long sequence, String formId, int fields) {}

    /** The bytes of what {@link Act.SendFile} calls so; empty when there is no such file. Must not block. */
    default Optional<byte[]> file(String name) {
        return Optional.empty();
    }

    /** Nothing more can be done in it. */
    default void closed(Seat seat) {}
}
