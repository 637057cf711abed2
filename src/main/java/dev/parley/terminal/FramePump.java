package dev.parley.terminal;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The writer: a thread that alone writes to the terminal, so that a terminal that takes nothing stops no one else. At most
 * one frame waits, the newest; it is compared with what was written last, not with the one that it took the place of.
 */
final class FramePump {
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    /** Takes one frame's bytes in one write(2). */
    @FunctionalInterface
    interface Out {
        void write(byte[] bytes) throws IOException;
    }

    private static final long PATIENCE_MILLIS = 400;

    private final FrameWriter frames;
    private final Out out;
    private final BooleanSupplier synchronizedOutput;
    private final Consumer<Throwable> onFailure;
    private final AtomicReference<@Nullable Frame> waiting = new AtomicReference<>();
    private final AtomicReference<Aside> asides = new AtomicReference<>(Aside.NOTHING);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread writer = new Thread(task, "terminal-writer");
        writer.setDaemon(true);
        return writer;
    });

    // Set by the writer, read by any thread.
    private volatile @Nullable Throwable failure;
    // The writer's own.
    private boolean open;

    /** @param onFailure told once, on the writer's thread: an IOException where the terminal is gone, else a bug */
    FramePump(FrameWriter frames, Out out, BooleanSupplier synchronizedOutput, Consumer<Throwable> onFailure) {
        this.frames = frames;
        this.out = out;
        this.synchronizedOutput = synchronizedOutput;
        this.onFailure = onFailure;
    }

    /** Any one thread. Does not wait. Frames before {@link #open} and after {@link #close} are not written. */
    void show(Frame frame) throws IOException {
        if (isBroken()) {
            throw new IOException("the terminal is gone", failure);
        }
        Frame older =
                waiting.getAndAccumulate(frame, (before, newest) -> before == null ? newest : newest.inPlaceOf(before));
        if (older == null) {
            thread.execute(this::writeNewest);
        }
    }

    /** Any thread. Does not wait; not written while the screen is not ours. */
    void tell(Aside aside) {
        Aside older = asides.getAndAccumulate(aside, Aside::and);
        if (older.equals(Aside.NOTHING)) {
            thread.execute(this::writeAsides);
        }
    }

    /** Has the writer take the screen, then lets frames through; where this is false, it does so when it can. */
    boolean open(Action take) {
        return isDone(thread.submit(() -> attempt(() -> {
            take.run();
            frames.forget();
            open = true;
        })));
    }

    /** Has the writer give the screen back; it writes no frame after that. Where this is false, it never gives it back. */
    boolean close(Action giveBack) {
        Future<Boolean> done = thread.submit(() -> attempt(() -> {
            open = false;
            giveBack.run();
        }));
        if (isDone(done)) {
            return true;
        }
        done.cancel(false);
        return false;
    }

    /** Whether nothing more can be written; any thread. */
    boolean isBroken() {
        return failure != null;
    }

    /** False where the writer could not, or not in time, because the terminal takes nothing. */
    private static boolean isDone(Future<Boolean> action) {
        try {
            return action.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void writeNewest() {
        Frame frame = waiting.getAndSet(null);
        if (frame != null && open && !isBroken()) {
            attempt(() -> write(frame));
        }
    }

    private void writeAsides() {
        Aside aside = asides.getAndSet(Aside.NOTHING);
        if (open && !isBroken()) {
            attempt(() -> out.write(aside.bytes()));
        }
    }

    private void write(Frame frame) throws IOException {
        byte[] bytes = frames.write(frame, synchronizedOutput.getAsBoolean());
        if (bytes.length > 0) {
            out.write(bytes);
        }
    }

    /** Whatever goes wrong is told: a writer that died in silence would leave a picture of a program. */
    private boolean attempt(Action action) {
        try {
            action.run();
            return true;
        } catch (IOException | RuntimeException | Error e) {
            if (!isBroken()) {
                // Told first: who finds it broken then finds the reason known.
                onFailure.accept(e);
                failure = e;
            }
            return false;
        }
    }
}
