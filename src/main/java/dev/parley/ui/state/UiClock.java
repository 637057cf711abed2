package dev.parley.ui.state;

import dev.parley.time.Time;
import java.time.Clock;
import java.time.Instant;

/** What time it is, on the UI thread. Unlike {@link Time} it schedules nothing, so it exists before Vert.x does. */
public interface UiClock {
    /** Wall clock. Only for what people read. */
    Instant now();

    /** Monotonic milliseconds from an arbitrary start. */
    long millis();

    static UiClock system() {
        Clock clock = Clock.systemUTC();
        return new UiClock() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public long millis() {
                return System.nanoTime() / 1_000_000;
            }
        };
    }

    static UiClock of(Time time) {
        return new UiClock() {
            @Override
            public Instant now() {
                return time.now();
            }

            @Override
            public long millis() {
                return time.millis();
            }
        };
    }
}
