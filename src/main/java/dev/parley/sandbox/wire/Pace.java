package dev.parley.sandbox.wire;

import dev.parley.time.Time;

/** So many in each span of time, and no more. Owned by the event loop. */
final class Pace {
    private final Time time;
    private final int most;
    private final long span;
    private long since;
    private int count;

    /** @param span ms */
    Pace(Time time, int most, long span) {
        this.time = time;
        this.most = most;
        this.span = span;
        since = time.millis();
    }

    boolean admits() {
        if (time.millis() - since >= span) {
            since = time.millis();
            count = 0;
        }
        return ++count <= most;
    }
}
