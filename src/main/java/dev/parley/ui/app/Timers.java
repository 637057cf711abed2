package dev.parley.ui.app;

import java.util.Comparator;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/** What is due later on the UI thread. The loop sleeps until {@link #next} and no longer. UI thread only. */
final class Timers {
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::order));
    private long order;

    /** One thing that is due; {@link #cancel} is idempotent. */
    static final class Task {
        private final long due;
        private final long order;
        private final Runnable run;
        private boolean cancelled;

        private Task(long due, long order, Runnable run) {
            this.due = due;
            this.order = order;
            this.run = run;
        }

        long due() {
            return due;
        }

        private long order() {
            return order;
        }

        void cancel() {
            cancelled = true;
        }
    }

    Task at(long dueMillis, Runnable run) {
        Task task = new Task(dueMillis, order++, run);
        tasks.add(task);
        return task;
    }

    OptionalLong next() {
        while (!tasks.isEmpty() && tasks.peek().cancelled) {
            tasks.remove();
        }
        return tasks.isEmpty() ? OptionalLong.empty() : OptionalLong.of(tasks.peek().due);
    }

    /** Runs what is due; true when something ran. */
    boolean run(long nowMillis) {
        boolean ran = false;
        for (OptionalLong next = next(); next.isPresent() && next.getAsLong() <= nowMillis; next = next()) {
            tasks.remove().run.run();
            ran = true;
        }
        return ran;
    }
}
