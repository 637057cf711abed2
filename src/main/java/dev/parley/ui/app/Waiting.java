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
 * Any thread posts; the UI thread takes.
 */
final class Waiting {
    private final Queue<Event> person = new ConcurrentLinkedQueue<>();
    private final Queue<Event> told = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);

    void post(Event event) {
        (event instanceof Event.Told ? told : person).add(event);
        bell.offer(true);
    }

    boolean hasInput() {
        return !person.isEmpty();
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

    /** Null when nothing came for that long; waits for ever when {@code millis} is empty. */
    @Nullable
    Event await(OptionalLong millis) throws InterruptedException {
        Event event = poll();
        boolean rung = true;
        while (event == null && rung) {
            // The bell may have been rung for what was taken since: then it is only waited for again.
            rung = millis.isPresent() ? bell.poll(millis.getAsLong(), TimeUnit.MILLISECONDS) != null : bell.take();
            event = poll();
        }
        return event;
    }
}
