package dev.parley.cli;

import dev.parley.terminal.Fate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The way out that nobody chose: a signal, a terminal that is gone, a bug that the terminal cannot outlive. The first reason
 * counts. The program is told to leave properly and has {@link #PROPERLY} for its drafts and its screen; then the terminal is
 * given back over its head; after {@link #AT_ALL} the process ends, whatever still hangs. RELIABILITY.md H1, H9.
 *
 * <p>Any thread.
 */
final class Leaving implements Fate {
    static final Duration PROPERLY = Duration.ofMillis(1_200);
    /** Below the two seconds of the promise, for the JVM and run.sh need a moment too. */
    static final Duration AT_ALL = Duration.ofMillis(1_800);

    private static final Logger LOG = Logger.getLogger(Leaving.class.getName());

    /** What is told to leave. */
    interface Program {
        /** Asks for it and returns at once. */
        void leave(int code);

        /** Whether it has, within {@code most}: drafts are on their way, the terminal is given back. */
        boolean hasLeft(Duration most) throws InterruptedException;

        /** Gives the terminal back without its help. */
        void restore();
    }

    private record Reason(int code, Optional<Throwable> bug) {}

    private final IntConsumer halt;
    private final Consumer<Throwable> tell;
    private final Duration properly;
    private final Duration atAll;
    private final AtomicReference<@Nullable Reason> reason = new AtomicReference<>();
    private volatile @Nullable Program program;

    /**
     * @param halt ends the process; need not return
     * @param tell says a bug to the person, where the program cannot do it any more
     */
    Leaving(IntConsumer halt, Consumer<Throwable> tell, Duration properly, Duration atAll) {
        this.halt = halt;
        this.tell = tell;
        this.properly = properly;
        this.atAll = atAll;
    }

    /** Who is to leave; before this there is nothing to save and nothing to give back. */
    void attach(Program program) {
        this.program = program;
    }

    /** Begins, unless it has begun. Does not wait. */
    void begin(int code) {
        begin(new Reason(code, Optional.empty()));
    }

    @Override
    public void gone() {
        begin(129);
    }

    @Override
    public void broken(Throwable bug) {
        LOG.log(Level.SEVERE, "the terminal cannot go on", bug);
        begin(new Reason(1, Optional.of(bug)));
    }

    /** The exit code where leaving has begun, else {@code own}. */
    int code(int own) {
        Reason now = reason.get();
        return now == null ? own : now.code();
    }

    boolean hasBegun() {
        return reason.get() != null;
    }

    /** The bug that it began with. */
    Optional<Throwable> bug() {
        Reason now = reason.get();
        return now == null ? Optional.empty() : now.bug();
    }

    private void begin(Reason why) {
        if (reason.compareAndSet(null, why)) {
            daemon("parley-leaving", () -> see(why));
        }
    }

    /** Where all goes well the process ends by itself before this does. */
    private void see(Reason why) {
        long began = System.nanoTime();
        Program leaver = program;
        try {
            if (leaver != null) {
                leaver.leave(why.code());
                if (!leaver.hasLeft(properly)) {
                    // On a thread of its own: a terminal that takes nothing must not hold up the end.
                    Thread restoring = daemon("parley-restoring", leaver::restore);
                    restoring.join(Math.max(1, rest(began)));
                }
            }
            Thread.sleep(Math.max(0, rest(began)));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        why.bug().ifPresent(tell);
        halt.accept(why.code());
    }

    private long rest(long began) {
        return atAll.minusNanos(System.nanoTime() - began).toMillis();
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
