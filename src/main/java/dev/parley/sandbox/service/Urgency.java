package dev.parley.sandbox.service;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How soon an answer is due, PROTOCOL.md 9.5; {@code seconds} 0 or more. */
public record Urgency(String ttrType, long seconds) {
    private static final long LONGEST = 365L * 24 * 3_600;

    /**
     * A name of the protocol with its own time; the documents' samples show PRIORITIZED where none was given.
     *
     * @throws Refusal for an unknown name, or a CUSTOM time that is negative or longer than a year
     */
    public static Urgency of(@Nullable String ttrType, OptionalLong value) {
        if (ttrType == null) {
            return new Urgency("PRIORITIZED", 600);
        }
        switch (ttrType) {
            case "NORMAL":
            case "PRIORITIZED":
                return new Urgency(ttrType, 600);
            case "URGENT":
                return new Urgency(ttrType, 300);
            case "CUSTOM":
                long seconds = value.orElse(600);
                if (seconds < 0 || seconds > LONGEST) {
                    throw new Refusal(400, "TTR value is out of range");
                }
                return new Urgency(ttrType, seconds);
            default:
                throw new Refusal(400, "Unknown TTR type");
        }
    }
}
