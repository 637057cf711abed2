package dev.parley.ui.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T11:30:00Z");

    private final Times times = new Times(ZoneId.of("Europe/Berlin"));

    @Test
    void the_clock_is_in_the_persons_zone() {
        assertThat(times.clock(Instant.parse("2026-11-22T11:01:59Z"))).isEqualTo("12:01");
        assertThat(times.exact(Instant.parse("2026-11-22T11:01:09.250Z"))).isEqualTo("12:01:09.250");
    }

    @Test
    void a_day_begins_at_the_persons_midnight() {
        Instant lateInGreenwich = Instant.parse("2026-11-21T23:30:00Z");

        assertThat(times.dayLine(times.day(lateInGreenwich), NOW)).isEqualTo("Sunday 22 November");
    }

    @Test
    void another_year_is_named() {
        assertThat(times.dayLine(times.day(Instant.parse("2025-12-31T12:00:00Z")), NOW))
                .isEqualTo("Wednesday 31 December 2025");
    }

    @Test
    void ago_gets_coarser_with_time() {
        assertThat(ago("2026-11-22T11:29:30Z")).isEqualTo("now");
        assertThat(ago("2026-11-22T11:28:00Z")).isEqualTo("2 min");
        assertThat(ago("2026-11-22T10:30:00Z")).isEqualTo("1 h");
        assertThat(ago("2026-11-21T11:30:01Z")).isEqualTo("23 h");
        assertThat(ago("2026-11-20T11:00:00Z")).isEqualTo("Fri");
        assertThat(ago("2026-11-16T11:00:00Z")).isEqualTo("Mon");
        assertThat(ago("2026-11-15T11:00:00Z")).isEqualTo("15 Nov");
        assertThat(ago("2025-10-03T11:00:00Z")).isEqualTo("3 Oct 2025");
    }

    @Test
    void a_clock_that_runs_ahead_gives_now() {
        assertThat(ago("2026-11-22T11:31:00Z")).isEqualTo("now");
    }

    @Test
    void words_are_english_whatever_the_machine_speaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new Times(ZoneId.of("UTC")).dayLine(times.day(NOW), NOW)).isEqualTo("Sunday 22 November");
        } finally {
            Locale.setDefault(before);
        }
    }

    private String ago(String at) {
        return times.ago(Instant.parse(at), NOW);
    }
}
