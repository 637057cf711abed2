package dev.parley.terminal;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * When the size is asked for: at once after a change, then at most every {@value #APART_MILLIS} ms however many changes are
 * told, and always once more after the last one. Asking forks. Any thread tells; the executor's one thread asks.
 */
final class WindowSize {
    static final long APART_MILLIS = 50;

    private final ScheduledExecutorService asker;
    private final Runnable ask;
    /** Whether an asking is to come that has not begun. */
    private final AtomicBoolean due = new AtomicBoolean();
    /** Whether the last asking was a moment ago. */
    private final AtomicBoolean resting = new AtomicBoolean();

    WindowSize(ScheduledExecutorService asker, Runnable ask) {
        this.asker = asker;
        this.ask = ask;
    }

    /** The window has changed. Does not wait. */
    void changed() {
        if (due.compareAndSet(false, true) && resting.compareAndSet(false, true)) {
            asker.execute(this::askNow);
        }
    }

    private void askNow() {
        due.set(false);
        ask.run();
        asker.schedule(this::rested, APART_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void rested() {
        if (due.get()) {
            askNow();
            return;
        }
        resting.set(false);
        // Told between the two lines above, it would have found us resting.
        if (due.get() && resting.compareAndSet(false, true)) {
            askNow();
        }
    }
}
