package dev.parley.ui.format;

import java.time.Duration;

/** Lengths of time, in steps that matter: what is shown stays the same for as long as it means the same. */
public final class Spans {
    /** What {@link #span} says below a minute. */
    public static final String NOW = "now";

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long CLOSE = 2 * MINUTE;
    private static final long CLOSE_STEP = 10;

    private Spans() {}

    /** {@code now} below a minute (and for what lies ahead), {@code 2 min}, {@code 1 h}, {@code 3 d}; rounded down. */
    public static String span(Duration length) {
        long seconds = length.toSeconds();
        return seconds < MINUTE ? NOW : whole(seconds);
    }

    /** How long a token lasts: {@code 29 d}, {@code 5 h}, {@code 12 min}, {@code under 1 min}, {@code expired}. */
    public static String left(Duration left) {
        if (left.isZero() || left.isNegative()) {
            return "expired";
        }
        long seconds = left.toSeconds();
        return seconds < MINUTE ? "under 1 min" : whole(seconds);
    }

    /**
     * {@code reply due in 7 min}; when 2 minutes are left in steps of 10 seconds, {@code reply due in 90 s}; then {@code overdue},
     * {@code overdue 3 min}.
     *
     * @param left until the reply is due; negative when that has passed
     */
    public static String replyDue(Duration left) {
        return left.isNegative() || left.isZero() ? overdue(left.negated()) : "reply due in " + until(left);
    }

    /** {@code 7 min}, {@code 90 s}: the same without words around it, for narrow places; {@code left} above 0. */
    public static String until(Duration left) {
        long seconds = Math.max(1, left.plusMillis(999).toSeconds());
        if (seconds <= CLOSE) {
            return (seconds + CLOSE_STEP - 1) / CLOSE_STEP * CLOSE_STEP + " s";
        }
        return seconds < HOUR ? (seconds + MINUTE - 1) / MINUTE + " min" : whole(seconds);
    }

    /** {@code -3 min}: so long ago should it have been; {@code now} in the first minute. */
    public static String past(Duration since) {
        long seconds = since.toSeconds();
        return seconds < MINUTE ? NOW : "-" + whole(seconds);
    }

    /** How long something took: {@code <1 s}, {@code 12 s}, {@code 2 min}. */
    public static String took(Duration length) {
        long seconds = length.toSeconds();
        if (seconds < 1) {
            return "<1 s";
        }
        return seconds < MINUTE ? seconds + " s" : whole(seconds);
    }

    private static String overdue(Duration since) {
        long seconds = since.toSeconds();
        return seconds < MINUTE ? "overdue" : "overdue " + whole(seconds);
    }

    private static String whole(long seconds) {
        if (seconds < HOUR) {
            return seconds / MINUTE + " min";
        }
        return seconds < DAY ? seconds / HOUR + " h" : seconds / DAY + " d";
    }
}
