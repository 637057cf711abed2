package dev.parley.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that touches the disk. What is asked of one shelf is done in order; the shelves in order of importance, so
 * that a message does not wait behind a flood of history.
 */
final class Worker {
    private static final long LEAVING_MILLIS = 1_000;

    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::work, "store");
    /** Set before the thread starts. */
    private final List<Shelf<?>> shelves = new ArrayList<>();
    /** Set by whoever closes; no more is taken in then. */
    private volatile boolean closed;
    /** Set by whoever closes, when it has taken too long. */
    private volatile boolean late;
    /** Worker thread: there is nothing after what waits now. */
    private boolean leaving;
    /** Worker thread: an error ended the store; nothing is touched any more. */
    private @Nullable Throwable broken;
    /** Set by the worker thread as the last thing it does. */
    private volatile boolean ended;

    /** @param shelves the most important first */
    void start(List<Shelf<?>> shelves) {
        this.shelves.addAll(shelves);
        thread.setDaemon(true);
        // A key's echo does not wait for the disk's work; see run.sh.
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    /** Any thread. */
    <S> void submit(Shelf<S> shelf, Job<S, ?> job) {
        if (closed) {
            job.fail(closed());
            return;
        }
        inbox.add(() -> shelf.take(job));
        if (ended) {
            // It came between the last look at the inbox and the end.
            job.fail(closed());
        }
    }

    private static StoreFailure closed() {
        return new StoreFailure("the store is closed");
    }

    private void work() {
        while (!leaving || waiting() != null) {
            try {
                turn();
            } catch (InterruptedException nobodyDoes) {
                leaving = true;
            } catch (Throwable failed) {
                broken = failed;
            }
        }
        try {
            if (broken == null) {
                shelves.forEach(Shelf::close);
            }
        } finally {
            ended = true;
            inbox.forEach(Runnable::run);
            shelves.forEach(shelf -> shelf.failAll(closed()));
        }
    }

    private void turn() throws InterruptedException {
        Runnable next = waiting() == null && !leaving ? inbox.take() : inbox.poll();
        while (next != null) {
            next.run();
            next = inbox.poll();
        }
        Shelf<?> shelf = waiting();
        if (shelf == null) {
            return;
        }
        if (broken != null) {
            shelf.failAll(broken);
        } else if (late) {
            shelf.failAll(new StoreFailure("Parley left before it was stored"));
        } else {
            shelf.work();
        }
    }

    private @Nullable Shelf<?> waiting() {
        for (Shelf<?> shelf : shelves) {
            if (shelf.isWaiting()) {
                return shelf;
            }
        }
        return null;
    }

    /** Any thread but the worker's: finishes what waits, for a second at most. Idempotent. */
    void close() {
        closed = true;
        inbox.add(() -> leaving = true);
        try {
            thread.join(LEAVING_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        late = true;
    }
}
