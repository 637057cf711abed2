package dev.parley.ui.app;

import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the UI thread: what the person did comes before what the sessions tell, however much of that there is.
 * What is told can only be seen with the next frame, so until that is due nobody is woken for it a second time.
 * Any thread posts; the UI thread takes.
 */
final class Waiting {
    private final Queue<Event> person = new ConcurrentLinkedQueue<>();
    private final Queue<Event> told = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);
    /** The UI thread knows that something was told, and will look. Set by the UI thread. */
    private volatile boolean knows;

    void post(Event event) {
        boolean isTold = event instanceof Event.Told;
        (isTold ? told : person).add(event);
        if (!isTold || !knows) {
            bell.offer(true);
        }
    }

    boolean hasInput() {
        return !person.isEmpty();
    }

    boolean hasTold() {
        return !told.isEmpty();
    }

    /** Null when nothing waits. */
    @Nullable
    Event poll() {
        Event first = person.poll();
        return first != null ? first : told.poll();
    }

    /** What the sessions have told; null when nothing of that waits. */
    @Nullable
    Event pollTold() {
        return told.poll();
    }

    /**
     * Null when nothing came for that long; waits for ever when {@code millis} is empty.
     *
     * @param rest for how many milliseconds only the person is heard
     */
    @Nullable
    Event await(OptionalLong millis, long rest) throws InterruptedException {
        long began = System.nanoTime();
        while (true) {
            long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            boolean resting = passed < rest;
            Event event = resting ? person.poll() : poll();
            if (event != null || millis.isPresent() && passed >= millis.getAsLong()) {
                return event;
            }
            // The bell may have been rung for what was taken since: then it is only waited for again.
            knows = resting && !told.isEmpty();
            OptionalLong until = knows ? OptionalLong.of(Math.min(rest, millis.orElse(rest))) : millis;
            if (until.isPresent()) {
                bell.poll(until.getAsLong() - passed, TimeUnit.MILLISECONDS);
            } else {
                bell.take();
            }
            knows = false;
        }
    }
}
