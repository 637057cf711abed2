package dev.parley.session;

import dev.parley.time.Time;
import dev.parley.time.VertxTime;
import io.vertx.core.Vertx;
import java.time.Instant;

/** Real timers on a clock that runs several times as fast, so that stories need not wait for back-off. */
final class QuickTime implements Time {
    private static final int USUAL = 5;

    private final VertxTime real;
    private final Instant start;
    private final long startMillis;
    private final int factor;

    QuickTime(Vertx vertx) {
        this(vertx, USUAL);
    }

    QuickTime(Vertx vertx, int factor) {
        this.factor = factor;
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
        return (real.millis() - startMillis) * factor;
    }

    @Override
    public Timer after(long delayMillis, Runnable task) {
        return real.after(delayMillis / factor, task);
    }

    @Override
    public Timer every(long periodMillis, Runnable task) {
        return real.every(Math.max(1, periodMillis / factor), task);
    }
}
