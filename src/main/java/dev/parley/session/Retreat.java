package dev.parley.session;

import dev.parley.time.Time;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to connect again, and when not to. Delays grow from 1 s to 10 s, after five minutes of an outage to 60 s, and only
 * a link that held for a minute begins anew. However the links die, there are at most 150 connects in any hour
 * (RELIABILITY.md L12) besides those the person asks for. Event loop.
 */
final class Retreat {
    private static final long BASE_MILLIS = 1_000;
    private static final long CAP_MILLIS = 10_000;
    private static final long LATE_CAP_MILLIS = 60_000;
    private static final long EARLY_MILLIS = 5 * 60_000L;
    private static final long GOOD_LINK_MILLIS = 60_000;
    private static final long TOKEN_MEMORY_MILLIS = 5 * 60_000L;
    private static final int PROTOCOL_TRIES = 3;
    private static final long[] REST_MILLIS = {5_000, 10_000, 15_000};
    private static final long HOUR_MILLIS = 3_600_000;
    /** So many in an hour are free; the others, 72 s apart, cannot be more than 50. */
    private static final int FREE_IN_AN_HOUR = 100;

    private static final long SPARING_MILLIS = HOUR_MILLIS / 50;

    private final Time time;
    private final RandomGenerator random;

    /** When we connected by ourselves in the last hour, ascending. */
    private final Deque<Long> attempts = new ArrayDeque<>();

    private int failures;
    private int errors;
    private long outageSince = -1;
    private int protocolBreaks;
    private int policyCloses;
    private long tokenRefusedAt = Long.MIN_VALUE / 2;

    Retreat(Time time, RandomGenerator random) {
        this.time = time;
        this.random = random;
    }

    /**
     * @param delayMillis until the next attempt; empty: none before the person acts
     * @param sentence why
     */
    record Decision(Optional<Long> delayMillis, String sentence) {}

    /** The person wants it now: nothing is held against the service any more. */
    void forgive() {
        begin();
        attempts.clear();
        tokenRefusedAt = Long.MIN_VALUE / 2;
    }

    Decision afterFailedDial(Trouble trouble) {
        return switch (trouble.hope()) {
            case SOON -> again(next(), trouble.sentence());
            case RESTED ->
                again(Math.max(next(), REST_MILLIS[Math.min(errors++, REST_MILLIS.length - 1)]), trouble.sentence());
            case LATER -> again(Math.max(next(), LATE_CAP_MILLIS), trouble.sentence());
            case NONE -> stop(trouble.sentence());
        };
    }

    /** A link that stood for {@code upMillis} was given up by us. */
    Decision afterDrop(long upMillis, String sentence) {
        held(upMillis);
        return again(next(), sentence);
    }

    /** Where the next dial shows the same token. */
    Decision afterClose(int code, String reason, long upMillis) {
        return afterClose(code, reason, upMillis, Remedy.NONE);
    }

    /**
     * @param reason the peer's words, raw
     * @param remedy what the next dial does about the token
     */
    Decision afterClose(int code, String reason, long upMillis, Remedy remedy) {
        held(upMillis);
        String why = reason.isEmpty() ? "" : ": " + reason;
        switch (CloseCode.of(code)) {
            case RESTART:
                return again(
                        Math.max(next(), 1 + random.nextLong(5_000)), "the service is restarting (" + code + ")" + why);
            case BROKEN_PROTOCOL:
                return ++protocolBreaks > PROTOCOL_TRIES
                        ? stop("the service and this client do not understand each other (" + code + ")" + why)
                        : again(next(), "the service closed the connection (" + code + ")" + why);
            case POLICY:
                return ++policyCloses > 1
                        ? stop("the service keeps closing the connection (" + code + ")" + why)
                        : again(
                                Math.max(next(), LATE_CAP_MILLIS),
                                "the service closed the connection (" + code + ")" + why);
            case BUSY:
                return again(Math.max(next(), 30_000), "the service asks to come back later (1013)" + why);
            case INSECURE:
                return again(
                        Math.max(next(), LATE_CAP_MILLIS),
                        "no secure connection could be agreed on (" + code + ")" + why);
            case TOKEN:
                return token(code, why, remedy);
            default:
                return again(
                        next(),
                        code == CloseCode.CUT || code == 1000 || code == 1005
                                ? "the connection was lost" + why
                                : "the service closed the connection (" + code + ")" + why);
        }
    }

    private Decision token(int code, String why, Remedy remedy) {
        if (remedy == Remedy.AT_HAND) {
            return again(next(), "the token is changed (" + code + ")" + why);
        }
        if (remedy == Remedy.PERSON) {
            return stop("the service does not take even a new token (" + code + ")" + why
                    + ": /reconnect asks for another");
        }
        boolean again = time.millis() - tokenRefusedAt < TOKEN_MEMORY_MILLIS;
        tokenRefusedAt = time.millis();
        return again
                ? stop("the service no longer takes this consumer's token (" + code + ")" + why
                        + ": sign in with a new one, or as a new consumer")
                : again(Math.max(next(), 5_000), "the service asks for the token again (" + code + ")" + why);
    }

    private void held(long upMillis) {
        if (upMillis >= GOOD_LINK_MILLIS) {
            begin();
        }
    }

    private void begin() {
        failures = 0;
        errors = 0;
        outageSince = -1;
        protocolBreaks = 0;
        policyCloses = 0;
    }

    private long next() {
        if (outageSince < 0) {
            outageSince = time.millis();
        }
        long cap = time.millis() - outageSince < EARLY_MILLIS ? CAP_MILLIS : LATE_CAP_MILLIS;
        long full = Math.min(cap, BASE_MILLIS << Math.min(failures, 10));
        failures++;
        return full - random.nextLong(full / 2);
    }

    private Decision again(long delayMillis, String sentence) {
        long now = time.millis();
        while (!attempts.isEmpty() && attempts.peek() <= now - HOUR_MILLIS) {
            attempts.remove();
        }
        long sparing = attempts.size() < FREE_IN_AN_HOUR ? 0 : SPARING_MILLIS + random.nextLong(SPARING_MILLIS / 10);
        long delay = Math.max(delayMillis, sparing);
        attempts.add(now + delay);
        return new Decision(Optional.of(delay), sentence);
    }

    private static Decision stop(String sentence) {
        return new Decision(Optional.empty(), sentence);
    }
}
