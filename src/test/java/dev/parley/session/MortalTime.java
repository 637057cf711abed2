package dev.parley.session;

import dev.parley.time.Time;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** A clock whose timers die with the client that set them. */
record MortalTime(Time time, BooleanSupplier alive) implements Time {
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
        return time.after(delayMillis, mortal(task));
    }

    @Override
    public Timer every(long periodMillis, Runnable task) {
        return time.every(periodMillis, mortal(task));
    }

    private Runnable mortal(Runnable task) {
        return () -> {
            if (alive.getAsBoolean()) {
                task.run();
            }
        };
    }
}
