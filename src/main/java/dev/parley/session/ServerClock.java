package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Update;
import dev.parley.protocol.RequestBody;
import dev.parley.time.Time;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What time it is at the service, by GetClock and this machine's monotonic clock: a wall clock that is wrong, or jumps, says
 * nothing about a token's life (RELIABILITY.md M16). A machine that slept is behind until the next answer. Event loop.
 */
final class ServerClock {
    /** Less than this may be the way of the answer, and nobody sees it. */
    private static final Duration WORTH_NAMING = Duration.ofSeconds(2);

    private static final Duration UNBELIEVABLE = Duration.ofDays(3_650);
    private static final Duration CHANGE = Duration.ofSeconds(1);

    private final Time time;
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable Instant measured;
    private long measuredAt;
    /** What the screen was told last. */
    private Duration told = Duration.ZERO;

    ServerClock(Time time) {
        this.time = time;
    }

    /** Runs {@code listener} after each measurement. */
    void onMeasured(Runnable listener) {
        listeners.add(listener);
    }

    /** Asks the service. @param took gets how long the answer took, if one came; ms */
    void ask(Desk desk, LongConsumer took) {
        long asked = time.millis();
        desk.requests().ask(new RequestBody.GetClock(), outcome -> {
            if (outcome instanceof Outcome.Answered answer) {
                long millis = time.millis() - asked;
                answered(answer.response().body(), millis);
                tell(desk);
                took.accept(millis);
            }
        });
    }

    /**
     * @param body of the answer to GetClock; what cannot be read is passed over
     * @param tookMillis from the question to the answer
     */
    void answered(@Nullable JsonNode body, long tookMillis) {
        JsonNode millis = body == null ? null : body.path("currentTime");
        if (millis == null || !millis.isNumber() || !millis.canConvertToLong()) {
            return;
        }
        try {
            measured = Instant.ofEpochMilli(millis.asLong()).plusMillis(tookMillis / 2);
        } catch (DateTimeException | ArithmeticException farAway) {
            return;
        }
        measuredAt = time.millis();
        listeners.forEach(Runnable::run);
    }

    private void tell(Desk desk) {
        Duration ahead = now().map(there -> Duration.between(time.now(), there))
                .filter(difference -> difference.abs().compareTo(WORTH_NAMING) >= 0
                        && difference.abs().compareTo(UNBELIEVABLE) < 0)
                .orElse(Duration.ZERO);
        if (ahead.minus(told).abs().compareTo(CHANGE) >= 0) {
            told = ahead;
            desk.tell(new Update.ServiceTime(desk.key(), ahead));
        }
    }

    /** Empty before the first measurement. */
    Optional<Instant> now() {
        return Optional.ofNullable(measured).map(then -> then.plusMillis(time.millis() - measuredAt));
    }
}
