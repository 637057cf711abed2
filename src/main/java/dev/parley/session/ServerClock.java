package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.protocol.RequestBody;
import dev.parley.time.Time;
import java.time.DateTimeException;
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
    private final Time time;
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable Instant measured;
    private long measuredAt;

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

    /** Empty before the first measurement. */
    Optional<Instant> now() {
        return Optional.ofNullable(measured).map(then -> then.plusMillis(time.millis() - measuredAt));
    }
}
