package dev.parley.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Whose the terminal is: every taking and giving is one step from a known holder, so that no two threads do it. Any thread. */
final class Custody {
    enum Holder {
        NOBODY_YET,
        /** Somebody of ours is about to take it, and gives it back where it is {@link #GIVEN_BACK} when that is done. */
        TAKING,
        OURS,
        /** The shell's, since Ctrl-Z or a SIGSTOP. */
        LENT,
        GIVEN_BACK
    }

    private static final long RESTORE_SECONDS = 2;
    /** Looks whether we have come to the foreground, that often and so many times. */
    private static final long BACKGROUND_MILLIS = 100;

    private static final int BACKGROUND_LOOKS = 100;

    private final AtomicReference<Holder> holder = new AtomicReference<>(Holder.NOBODY_YET);
    private final CountDownLatch leaving = new CountDownLatch(1);
    private final CountDownLatch givenBack = new CountDownLatch(1);
    private final AtomicInteger returns = new AtomicInteger();
    // The reading thread's.
    private int excusedReturns;

    /** False where somebody else was quicker. */
    boolean pass(Holder from, Holder to) {
        boolean passed = holder.compareAndSet(from, to);
        if (passed && from == Holder.LENT) {
            returns.incrementAndGet();
        }
        return passed;
    }

    /** For good. Who held it until now; who is told {@code OURS} or {@code LENT} is the one to do it. */
    Holder giveBack() {
        leave();
        return holder.getAndSet(Holder.GIVEN_BACK);
    }

    /** It has been given back for good. */
    void givenBack() {
        givenBack.countDown();
    }

    /** Waits for whoever gives it back, 2 s at most. */
    void awaitGivenBack() {
        try {
            givenBack.await(RESTORE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on it is not taken back. */
    void leave() {
        leaving.countDown();
    }

    boolean isLeaving() {
        return leaving.getCount() == 0;
    }

    /**
     * Whether waiting for it is over: it is ours to take, or we are leaving. False after a while in the background, where we
     * go on by {@code bg}, or to be ended by a signal whose handler calls {@link #leave}: taking it there would stop us.
     */
    boolean mayTakeBack() {
        try {
            for (int look = 0; look < BACKGROUND_LOOKS; look++) {
                if (JobControl.isForeground() || leaving.await(BACKGROUND_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /**
     * After a read that failed: whether to read again. Waits while it is lent or being taken. What was tried while it was lent
     * may be found to have failed when it is ours again, so that one failure after each return does not count. One thread.
     */
    boolean readsOn() {
        try {
            while (isAway()) {
                givenBack.await(BACKGROUND_MILLIS, TimeUnit.MILLISECONDS);
            }
            int now = returns.get();
            boolean excused = now != excusedReturns;
            excusedReturns = now;
            return excused && holder.get() == Holder.OURS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isAway() {
        Holder now = holder.get();
        return now == Holder.LENT || now == Holder.TAKING;
    }
}
