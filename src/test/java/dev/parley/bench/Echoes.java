package dev.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.Locale;

/** How long each of many keys took to come back; and one on a terminal with nothing behind it, at the same moment. */
final class Echoes {
    private final long[] nanos;
    private final long[] bare;
    private int count;

    Echoes(int most) {
        nanos = new long[most];
        bare = new long[most];
    }

    /** In nanoseconds. */
    void add(long taken, long takenBare) {
        nanos[count] = taken;
        bare[count++] = takenBare;
    }

    int count() {
        return count;
    }

    /** That 99 of 100 keys take no longer. Where a bare terminal takes half of that already, nothing can be shown. */
    void withinMillis(double most) {
        assumeThat(percentile(bare, 99))
                .as("what the machine alone takes: " + this)
                .isLessThan(most / 2);
        assertThat(percentile(nanos, 99)).as(toString()).isLessThanOrEqualTo(most);
    }

    /** In milliseconds; the smallest that at least so many percent do not exceed. */
    private double percentile(long[] all, double percent) {
        long[] sorted = Arrays.copyOf(all, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * count);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d keys, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms (a bare terminal: p50 %.1f, p99 %.1f ms)",
                count,
                percentile(nanos, 50),
                percentile(nanos, 95),
                percentile(nanos, 99),
                percentile(nanos, 100),
                percentile(bare, 50),
                percentile(bare, 99));
    }
}
