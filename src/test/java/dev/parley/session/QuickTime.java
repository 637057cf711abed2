package dev.parley.session;

import dev.parley.time.Time;
import dev.parley.time.VertxTime;
import io.vertx.core.Vertx;
import java.time.Instant;

/** Real timers on a clock that runs several times as fast, so that stories need not wait for back-off. */
final class QuickTime implements Time {
    private static final int FACTOR = 5;

    private final VertxTime real;
    private final Instant start;
    private final long startMillis;

    QuickTime(Vertx vertx) {
        real = new VertxTime(vertx);
        start = real.now();
        startMillis = real.millis();
    }

    @Override
    public Instant now() {
        return start.plusMillis(millis());
    }

    @Override
    public long millis() {
        return (real.millis() - startMillis) * FACTOR;
    }

    @Override
    public Timer after(long delayMillis, Runnable task) {
        return real.after(delayMillis / FACTOR, task);
    }

    @Override
    public Timer every(long periodMillis, Runnable task) {
        return real.every(Math.max(1, periodMillis / FACTOR), task);
    }
}
