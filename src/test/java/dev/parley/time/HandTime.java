package dev.parley.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that stands still until a test turns it. Tasks run on the test's thread, in order of their time. */
public final class HandTime implements Time {
    private static final class Task {
        final long order;
        final long period;
        final Runnable run;
        long due;
        boolean cancelled;

        Task(long due, long order, long period, Runnable run) {
            this.due = due;
            this.order = order;
            this.period = period;
            this.run = run;
        }
    }

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.<Task>comparingLong(t -> t.due).thenComparingLong(t -> t.order));
    private Instant start;
    private long millis;
    private long order;

    public HandTime() {
        this(Instant.parse("2026-11-22T12:00:00Z"));
    }

    public HandTime(Instant start) {
        this.start = start;
    }

    @Override
    public Instant now() {
        return start.plusMillis(millis);
    }

    @Override
    public long millis() {
        return millis;
    }

    @Override
    public Timer after(long delayMillis, Runnable task) {
        return add(delayMillis, 0, task);
    }

    @Override
    public Timer every(long periodMillis, Runnable task) {
        return add(periodMillis, periodMillis, task);
    }

    private Timer add(long delay, long period, Runnable run) {
        Task task = new Task(millis + delay, order++, period, run);
        tasks.add(task);
        return () -> task.cancelled = true;
    }

    /** Turns both clocks forward, running what falls due on the way. */
    public void advance(long byMillis) {
        long end = millis + byMillis;
        while (!tasks.isEmpty() && tasks.peek().due <= end) {
            Task task = tasks.remove();
            if (task.cancelled) {
                continue;
            }
            millis = Math.max(millis, task.due);
            if (task.period > 0) {
                task.due += task.period;
                tasks.add(task);
            }
            task.run.run();
        }
        millis = end;
    }

    /** The wall clock jumps (suspend, NTP); the monotonic one does not. */
    public void jumpWall(long byMillis) {
        start = start.plusMillis(byMillis);
    }
}
