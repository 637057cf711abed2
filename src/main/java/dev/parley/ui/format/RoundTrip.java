package dev.parley.ui.format;

/** The round trip as row 1 shows it: in buckets, so that a steady line shows a steady number. */
public final class RoundTrip {
    private static final long[] STEPS = {10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100};

    private RoundTrip() {}

    /**
     * What to show after a measurement. Stays where it was until the new value lies more than a third off it.
     *
     * @param shown milliseconds shown until now, negative for none
     * @param measured milliseconds
     */
    public static long bucket(long shown, long measured) {
        if (shown >= 0 && Math.abs(measured - shown) * 3 <= Math.max(shown, 3)) {
            return shown;
        }
        if (measured < STEPS[0]) {
            return Math.max(1, measured);
        }
        long scale = 1;
        while (measured >= STEPS[STEPS.length - 1] * scale) {
            scale *= 10;
        }
        long bucket = STEPS[0] * scale;
        for (long step : STEPS) {
            bucket = step * scale <= measured ? step * scale : bucket;
        }
        return bucket;
    }

    /** {@code 12 ms}, {@code 1.2 s}, {@code 15 s}. */
    public static String label(long bucket) {
        if (bucket < 1_000) {
            return bucket + " ms";
        }
        long tenths = bucket / 100;
        return tenths < 100 && tenths % 10 != 0 ? tenths / 10 + "." + tenths % 10 + " s" : tenths / 10 + " s";
    }
}
