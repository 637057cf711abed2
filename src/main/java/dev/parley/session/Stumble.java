package dev.parley.session;

/**
 * Where a dialog's history breaks the connection each time it is given, as a frame over the limit does: after two tries
 * what stands there is left out (RELIABILITY.md M5). One dialog's; outlives the socket. Event loop.
 */
final class Stumble {
    private static final int TRIES = 2;

    private long at = -1;
    private int times;
    private long beyond;

    /** Where to ask from, in place of {@code from}. */
    long past(long from) {
        return Math.max(from, beyond);
    }

    /** The connection broke, and nothing had come of what was asked for. True when the first of it is to be left out. */
    boolean brokeAt(long asked) {
        times = asked == at ? times + 1 : 1;
        at = asked;
        if (times < TRIES) {
            return false;
        }
        times = 0;
        beyond = asked + 1;
        return true;
    }
}
