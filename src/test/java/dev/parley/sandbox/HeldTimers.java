package dev.parley.sandbox;

import dev.parley.time.Time;
import dev.parley.time.VertxTime;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongPredicate;

/** The real clock, but some timers are held back until the test lets the next one fire. */
final class HeldTimers {
    private record Held(Context loop, Runnable task, boolean[] cancelled) {}

    private final LongPredicate which;
    private final BlockingQueue<Held> held = new LinkedBlockingQueue<>();

    /** @param delay ms */
    HeldTimers(long delay) {
        this(set -> set == delay);
    }

    /** @param which of the delays, ms, to hold back */
    HeldTimers(LongPredicate which) {
        this.which = which;
    }

    Function<Vertx, Time> time() {
        return vertx -> new Holding(new VertxTime(vertx));
    }

    /** Waits for such a timer, and fires it and whatever others there are. */
    void fire() {
        try {
            List<Held> all = new ArrayList<>();
            Held first = held.poll(30, TimeUnit.SECONDS);
            if (first == null) {
                throw new AssertionError("no such timer was set");
            }
            all.add(first);
            held.drainTo(all);
            all.forEach(one -> one.loop().runOnContext(go -> {
                if (!one.cancelled()[0]) {
                    one.task().run();
                }
            }));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private final class Holding implements Time {
        private final Time time;

        Holding(Time time) {
            this.time = time;
        }

        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public long millis() {
            return time.millis();
        }

        @Override
        public Timer after(long delayMillis, Runnable task) {
            if (!which.test(delayMillis)) {
                return time.after(delayMillis, task);
            }
            boolean[] cancelled = {false};
            held.add(new Held(Vertx.currentContext(), task, cancelled));
            return () -> cancelled[0] = true;
        }

        @Override
        public Timer every(long periodMillis, Runnable task) {
            return time.every(periodMillis, task);
        }
    }
}
