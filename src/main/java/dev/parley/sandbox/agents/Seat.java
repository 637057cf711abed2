package dev.parley.sandbox.agents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An agent's place in one conversation, at one moment. Valid during the call that handed it over. */
public interface Seat {
    String conversationId();

    /**
     * Does something {@code delayMillis} (0 or more) after the moment that this call is about. It is kept: if the sandbox is
     * not running by then, it is done at the next start and stamped with the time it was due. Acts for the same time are
     * done in the order planned.
     */
    void plan(long delayMillis, Act act);

    /** The consumer's texts after the last one of an agent, oldest first. */
    List<Turn> unanswered();

    /** What was last noted for this conversation, by whoever had it; empty at first. */
    String note();

    /** Kept, like plans. */
    void note(String text);

    /** What the consumer's client announced: RICH_CONTENT, QUICK_REPLIES, SECURE_FORMS … (PROTOCOL.md 3.3). */
    List<String> features();

    /** What the consumer said of itself (PROTOCOL.md section 14): firstName, lastName, nickName …; all may be missing. */
    JsonNode profile();

    record Turn(long sequence, String text) {}
}
