package dev.parley.sandbox.wire;

/**
 * What all clients together have not taken yet: one that does not read, or many that read too slowly, must not fill our
 * memory. Owned by the event loop.
 */
final class Backlog {
    /** Characters; a history of 100 000 messages goes out at once and takes half of it. */
    private static final long MOST_FOR_ONE = 64_000_000;

    private static final long MOST_FOR_ALL = 128_000_000;

    private final long mostForOne;
    private final long mostForAll;
    private long all;

    Backlog() {
        this(MOST_FOR_ONE, MOST_FOR_ALL);
    }

    Backlog(long mostForOne, long mostForAll) {
        this.mostForOne = mostForOne;
        this.mostForAll = mostForAll;
    }

    /** Whether there is room for this frame beside what this client has not taken; if so it counts. */
    boolean take(long length, long ownSoFar) {
        // Who has hardly anything waiting is not the one to suffer for the others.
        boolean small = ownSoFar + length <= mostForOne / 256;
        if (ownSoFar + length > mostForOne || all + length > mostForAll && !small) {
            return false;
        }
        all += length;
        return true;
    }

    void give(long length) {
        all -= length;
    }

    long all() {
        return all;
    }
}
