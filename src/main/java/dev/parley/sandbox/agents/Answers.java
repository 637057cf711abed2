package dev.parley.sandbox.agents;

import java.util.List;

/** What a bot answers: from a text to steps. Pure. */
interface Answers {
    /** One act and when: {@code pacedMillis} shrink with the bot's pace, {@code exactMillis} are what was asked for. */
    record Step(long pacedMillis, long exactMillis, Act act) {}

    /** To somebody who was handed over. */
    List<Step> greeting();

    /** @param introduced whether the consumer knows by now who answers */
    List<Step> answer(String text, boolean introduced);
}
