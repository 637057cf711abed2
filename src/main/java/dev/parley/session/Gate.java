package dev.parley.session;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** Lets only so many through at a time, so that thirty consumers do not knock at once. Event loop. */
final class Gate {
    private final Queue<Consumer<Runnable>> waiting = new ArrayDeque<>();
    private int free;

    Gate(int width) {
        this.free = width;
    }

    /** Runs {@code visitor}, now or when it is its turn; it must run what it is given when it leaves. */
    void enter(Consumer<Runnable> visitor) {
        if (free > 0) {
            free--;
            visitor.accept(this::left);
        } else {
            waiting.add(visitor);
        }
    }

    private void left() {
        Consumer<Runnable> next = waiting.poll();
        if (next == null) {
            free++;
        } else {
            next.accept(this::left);
        }
    }
}
