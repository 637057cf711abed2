package dev.parley.ui.format;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Moments in the person's zone, in English. Immutable. */
public final class Times {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_OF_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final int WEEK = 7;

    private final ZoneId zone;

    public Times(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code 12:01}. */
    public String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    /** {@code 12:01:09.250}. */
    public String exact(Instant at) {
        return EXACT.format(at.atZone(zone));
    }

    /** The day a moment belongs to. */
    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** {@code Sunday 22 November}, with the year where it is not this one. */
    public String dayLine(LocalDate day, Instant now) {
        return (day.getYear() == day(now).getYear() ? DAY : DAY_OF_YEAR).format(day);
    }

    /** How long ago: {@code now}, {@code 2 min}, {@code 1 h}, {@code Fri}, {@code 3 Oct}, {@code 3 Oct 2025}. */
    public String ago(Instant at, Instant now) {
        if (Duration.between(at, now).compareTo(Duration.ofDays(1)) < 0) {
            return Spans.span(Duration.between(at, now));
        }
        LocalDate day = day(at);
        return ChronoUnit.DAYS.between(day, day(now)) < WEEK ? WEEKDAY.format(day) : date(at, now);
    }

    /** {@code 3 Oct}, with the year where it is not this one. */
    public String date(Instant at, Instant now) {
        LocalDate day = day(at);
        return (day.getYear() == day(now).getYear() ? DATE : DATE_OF_YEAR).format(day);
    }
}
