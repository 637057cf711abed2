package dev.parley.time;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;

/** The real clock, with Vert.x timers: tasks run on the context of whoever asks for them. */
public final class VertxTime implements Time {
    private final Vertx vertx;
    private final Clock clock;

    public VertxTime(Vertx vertx) {
        this.vertx = vertx;
        this.clock = Clock.systemUTC();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public long millis() {
        return System.nanoTime() / 1_000_000;
    }

    @Override
    public Timer after(long delayMillis, Runnable task) {
        long id = vertx.setTimer(Math.max(1, delayMillis), fired -> task.run());
        return () -> vertx.cancelTimer(id);
    }

    @Override
    public Timer every(long periodMillis, Runnable task) {
        long id = vertx.setPeriodic(periodMillis, fired -> task.run());
        return () -> vertx.cancelTimer(id);
    }
}
