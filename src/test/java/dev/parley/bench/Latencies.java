package dev.parley.bench;

import java.util.Arrays;
import java.util.Locale;

/** How long each of many took; nanoseconds. */
final class Latencies {
    private final long[] nanos;
    private int count;

    Latencies(int most) {
        nanos = new long[most];
    }

    void add(long taken) {
        nanos[count++] = taken;
    }

    int count() {
        return count;
    }

    /** In milliseconds; the smallest that at least so many percent do not exceed. */
    double percentile(double percent) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * count);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d keys, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms",
                count,
                percentile(50),
                percentile(95),
                percentile(99),
                percentile(100));
    }
}
