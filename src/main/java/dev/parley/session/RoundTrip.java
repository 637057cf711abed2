package dev.parley.session;

/**
 * The heartbeat's round trip in steps that matter, so that an idle screen stays as it is: a new step counts when three
 * beats in a row agree on having left the old one. Event loop.
 */
final class RoundTrip {
    private static final int[] STEPS = {0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000};
    private static final int AGREEING = 3;

    private int shown = -1;
    private int others;

    /** The step to show, in ms, after a beat that took {@code millis}. */
    int beat(long millis) {
        int step = step(millis);
        if (shown < 0) {
            shown = step;
        } else if (step == shown) {
            others = 0;
        } else if (++others >= AGREEING) {
            shown = step;
            others = 0;
        }
        return shown;
    }

    /** -1 before the first beat. */
    int shown() {
        return shown;
    }

    void forget() {
        shown = -1;
        others = 0;
    }

    private static int step(long millis) {
        int step = 0;
        for (int each : STEPS) {
            if (millis >= each) {
                step = each;
            }
        }
        return step;
    }
}
