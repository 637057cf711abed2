package dev.parley.ui.pane;

import dev.parley.ui.format.Spans;
import dev.parley.ui.format.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The moment a frame shows, and when what it says will read differently: nothing has to wake up before that. Ages count
 * from the beginning of the minute, so that they all change together. One for each frame.
 */
public final class FrameTime {
    private static final Duration CLOSE = Duration.ofMinutes(2);

    private final Instant now;
    private final Instant minute;
    private final ZoneId zone;
    private final Times times;
    private Instant changesAt = Instant.MAX;

    public FrameTime(Instant now, ZoneId zone) {
        this.now = now;
        this.minute = now.truncatedTo(ChronoUnit.MINUTES);
        this.zone = zone;
        this.times = new Times(zone);
    }

    public Instant now() {
        return now;
    }

    /** When the next word of this frame changes by itself; {@link Instant#MAX} when none does. */
    public Instant changesAt() {
        return changesAt;
    }

    /** How long ago, for the list. */
    public String ago(Instant at) {
        Duration age = Duration.between(at, minute);
        if (age.compareTo(Duration.ofHours(1)) < 0) {
            next(minute.plus(1, ChronoUnit.MINUTES));
        } else {
            next(minute.plus(10, ChronoUnit.MINUTES));
        }
        return times.ago(at, minute);
    }

    /** How long somebody has been waiting: {@code 7 min}. */
    public String waiting(Instant since) {
        next(minute.plus(1, ChronoUnit.MINUTES));
        return Spans.span(Duration.between(since, minute));
    }

    public String replyDue(Instant due) {
        Duration left = Duration.between(now, due);
        reply(left);
        return Spans.replyDue(left);
    }

    /** The same for a narrow place: {@code 7 min}, and {@code -3 min} when it has passed. */
    public String due(Instant due) {
        Duration left = Duration.between(now, due);
        reply(left);
        return left.isNegative() || left.isZero() ? Spans.past(left.negated()) : Spans.until(left);
    }

    /** The moment a reply falls due changes row 1 and the list. */
    public void watch(Instant due) {
        if (!due.isBefore(now)) {
            next(due.plusMillis(1));
        }
    }

    public String left(Instant end) {
        Duration left = Duration.between(now, end);
        if (left.compareTo(Duration.ofDays(1)) > 0) {
            next(now.plus(left.minusDays(left.toDays())).plusMillis(1));
        } else if (!left.isNegative()) {
            next(minute.plus(1, ChronoUnit.MINUTES));
        }
        return Spans.left(left);
    }

    /** The day has a line of its own. */
    public void today() {
        next(times.day(now).plusDays(1).atStartOfDay(zone).toInstant());
    }

    public Times times() {
        return times;
    }

    private void reply(Duration left) {
        if (left.isNegative() || left.isZero()) {
            next(minute.plus(1, ChronoUnit.MINUTES));
            return;
        }
        long step = left.compareTo(CLOSE) > 0 ? 60_000 : 10_000;
        long past = left.toMillis() % step;
        next(now.plusMillis(past == 0 ? step : past));
    }

    private void next(Instant at) {
        if (at.isBefore(changesAt)) {
            changesAt = at;
        }
    }
}
