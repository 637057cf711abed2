package dev.parley.story;

import dev.parley.time.Time;
import dev.parley.time.VertxTime;
import dev.parley.ui.state.UiClock;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Real clocks that can leap ahead: what falls due on the way runs at once, in order. */
final class StoryTime {
    private final Instant start;
    private final long startNanos = System.nanoTime();
    private final List<Leaping> made = new CopyOnWriteArrayList<>();
    private volatile long screenLeapt;

    StoryTime() {
        this(Duration.ZERO);
    }

    /** @param ahead how far in the future all of it takes place */
    StoryTime(Duration ahead) {
        start = Instant.now().plus(ahead);
    }

    Time of(Vertx vertx) {
        Leaping time = new Leaping(vertx);
        made.add(time);
        return time;
    }

    /** The screen's clock; whoever leaps must wake it. */
    UiClock screen() {
        return new UiClock() {
            @Override
            public Instant now() {
                return start.plusMillis(millis());
            }

            @Override
            public long millis() {
                return real() + screenLeapt;
            }
        };
    }

    /** Any thread but a loop; returns when every loop is there. */
    void leap(Duration by) {
        screenLeapt += by.toMillis();
        for (Leaping time : made) {
            time.leap(by.toMillis());
        }
    }

    private long real() {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }

    private static final class Task {
        final long due;
        final long order;
        final Runnable run;
        boolean over;

        Task(long due, long order, Runnable run) {
            this.due = due;
            this.order = order;
            this.run = run;
        }
    }

    /** One loop's; but for {@link #leap}, that loop's own. */
    private final class Leaping implements Time {
        private final Vertx vertx;
        private final VertxTime timers;
        private final PriorityQueue<Task> tasks =
                new PriorityQueue<>(Comparator.<Task>comparingLong(t -> t.due).thenComparingLong(t -> t.order));
        private long order;
        private volatile long leapt;
        private volatile Context loop;

        Leaping(Vertx vertx) {
            this.vertx = vertx;
            this.timers = new VertxTime(vertx);
        }

        @Override
        public Instant now() {
            return start.plusMillis(millis());
        }

        @Override
        public long millis() {
            return real() + leapt;
        }

        @Override
        public Timer after(long delayMillis, Runnable run) {
            loop = vertx.getOrCreateContext();
            Task task = new Task(millis() + delayMillis, order++, run);
            tasks.add(task);
            Timer timer = timers.after(delayMillis, () -> run(task));
            return () -> {
                task.over = true;
                tasks.remove(task);
                timer.cancel();
            };
        }

        @Override
        public Timer every(long periodMillis, Runnable run) {
            Timer[] next = new Timer[1];
            Runnable again = new Runnable() {
                @Override
                public void run() {
                    next[0] = after(periodMillis, this);
                    run.run();
                }
            };
            next[0] = after(periodMillis, again);
            return () -> next[0].cancel();
        }

        private void run(Task task) {
            if (!task.over) {
                task.over = true;
                tasks.remove(task);
                task.run.run();
            }
        }

        void leap(long by) {
            Context there = loop;
            if (there == null) {
                leapt += by;
                return;
            }
            CompletableFuture<Void> done = new CompletableFuture<>();
            there.runOnContext(turn -> {
                long end = millis() + by;
                while (!tasks.isEmpty() && tasks.peek().due <= end) {
                    leapt += Math.max(0, tasks.peek().due - millis());
                    run(tasks.peek());
                }
                leapt += Math.max(0, end - millis());
                done.complete(null);
            });
            try {
                done.get(Client.GUARD_SECONDS, TimeUnit.SECONDS);
            } catch (Exception stuck) {
                throw new AssertionError("a loop did not leap", stuck);
            }
        }
    }
}
