package dev.parley.time;

import java.time.Instant;

/**
 * Clock and scheduler in one, so that whoever waits and whoever measures agree. Handed in, never looked up.
 *
 * <p>Tasks run on the owner's thread: the event loop for {@link VertxTime}, the test's own thread for the hand-turned one.
 */
public interface Time {
    /** Wall clock. Only for what people read; it may jump. */
    Instant now();

    /** Monotonic milliseconds from an arbitrary start. For every duration. */
    long millis();

    /** Runs {@code task} once, {@code delayMillis} (0 or more) from now. */
    Timer after(long delayMillis, Runnable task);

    /** Runs {@code task} again and again, first after one period ({@code periodMillis} at least 1). */
    Timer every(long periodMillis, Runnable task);

    /** A task that has not run yet. */
    interface Timer {
        /** Idempotent; a cancelled task never runs. Call on the owner's thread. */
        void cancel();
    }
}
