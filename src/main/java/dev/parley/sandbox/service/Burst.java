package dev.parley.sandbox.service;

import dev.parley.time.Time;
import java.util.ArrayList;
import java.util.List;

/**
 * An agent who says very much very fast: {@code burst 1 of 5000}, {@code burst 2 of 5000} and so on, each an event with its
 * own sequence. Owned by the sandbox's event loop.
 */
public final class Burst {
    /** Fine enough for a steady stream, coarse enough that one write to disk carries many; ms. */
    private static final long TICK = 10;

    private static final int MAX_COUNT = 1_000_000;
    private static final int MAX_PACE = 100_000;

    private final PersonAsAgent person;
    private final Time time;

    public Burst(PersonAsAgent person, Time time) {
        this.person = person;
        this.time = time;
    }

    /**
     * Begins one; it ends early when the conversation is closed.
     *
     * @param count messages, 1 to 1 000 000
     * @param perSecond 1 to 100 000
     * @throws Refusal when there is no such open conversation or a number is out of its range
     */
    public void start(String conversationId, int count, int perSecond) {
        if (count < 1 || count > MAX_COUNT || perSecond < 1 || perSecond > MAX_PACE) {
            throw new Refusal(400, "count is 1 to " + MAX_COUNT + ", perSecond 1 to " + MAX_PACE);
        }
        Conversation conversation = person.open(conversationId);
        long began = time.millis();
        int[] said = {0};
        Time.Timer[] timer = new Time.Timer[1];
        timer[0] = time.every(TICK, () -> {
            long due = Math.min(count, Math.max(1, (time.millis() - began) * perSecond / 1_000));
            List<String> texts = new ArrayList<>();
            while (said[0] < due) {
                texts.add("burst " + ++said[0] + " of " + count);
            }
            if (conversation.isOpen() && !texts.isEmpty()) {
                person.say(conversation, texts);
            }
            if (said[0] >= count || !conversation.isOpen()) {
                timer[0].cancel();
            }
        });
    }
}
