package dev.parley.session;

import dev.parley.time.Time;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Lets only so many through at a time, and after the first few only so many a second: thirty consumers that lost the same
 * network do not knock at once when it is back. Event loop.
 */
final class Gate {
    private static final long SPACING_MILLIS = 50;

    private final Queue<Consumer<Runnable>> waiting = new ArrayDeque<>();
    private final Time time;
    private final long ahead;
    private int free;
    /** When the next would come in if all kept their distance. */
    private long due = Long.MIN_VALUE / 2;

    private boolean timed;

    /** @param width how many at a time; as many may come in without any distance after a pause */
    Gate(int width, Time time) {
        this.free = width;
        this.time = time;
        this.ahead = (width - 1) * SPACING_MILLIS;
    }

    /** Runs {@code visitor}, now or when it is its turn; it must run what it is given when it leaves. */
    void enter(Consumer<Runnable> visitor) {
        waiting.add(visitor);
        open();
    }

    private void open() {
        while (free > 0 && !waiting.isEmpty() && !timed) {
            long now = time.millis();
            if (due - ahead > now) {
                timed = true;
                time.after(due - ahead - now, () -> {
                    timed = false;
                    open();
                });
                return;
            }
            free--;
            due = Math.max(due, now) + SPACING_MILLIS;
            waiting.remove().accept(this::left);
        }
    }

    private void left() {
        free++;
        open();
    }
}
