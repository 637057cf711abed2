package dev.parley.ui.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {
    @ParameterizedTest
    @CsvSource({
        "3600, reply due in 1 h",
        "3599, reply due in 60 min",
        "420, reply due in 7 min",
        "361, reply due in 7 min",
        "121, reply due in 3 min",
        "120, reply due in 120 s",
        "85, reply due in 90 s",
        "1, reply due in 10 s",
        "0, overdue",
        "-59, overdue",
        "-60, overdue 1 min",
        "-200, overdue 3 min",
        "-7200, overdue 2 h",
        "-200000, overdue 2 d"
    })
    void a_reply_is_due_in_steps_that_matter(long seconds, String words) {
        assertThat(Spans.replyDue(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @Test
    void an_hour_of_waiting_changes_the_words_as_often_as_it_must() {
        Set<String> shown = new HashSet<>();
        for (int seconds = 3599; seconds > 0; seconds--) {
            shown.add(Spans.replyDue(Duration.ofSeconds(seconds)));
        }

        assertThat(shown).hasSize(58 + 12);
    }

    @ParameterizedTest
    @CsvSource({
        "2591999, 29 d",
        "86400, 1 d",
        "18000, 5 h",
        "720, 12 min",
        "59, under 1 min",
        "0, expired",
        "-1, expired"
    })
    void a_token_lasts_so_long(long seconds, String words) {
        assertThat(Spans.left(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"-5, now", "59, now", "60, 1 min", "3599, 59 min", "3600, 1 h", "86400, 1 d"})
    void a_span_is_rounded_down(long seconds, String words) {
        assertThat(Spans.span(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 1",
        "9, 9",
        "10, 10",
        "13, 12",
        "99, 80",
        "100, 100",
        "119, 100",
        "160, 150",
        "1600, 1500",
        "99999, 80000"
    })
    void the_first_round_trip_falls_into_its_bucket(long measured, long bucket) {
        assertThat(RoundTrip.bucket(-1, measured)).isEqualTo(bucket);
    }

    @ParameterizedTest
    @CsvSource({"12, 15, 12", "12, 9, 12", "12, 17, 15", "12, 7, 7", "1, 2, 1", "100, 130, 100", "100, 140, 120"})
    void a_round_trip_that_changes_little_shows_no_change(long shown, long measured, long bucket) {
        assertThat(RoundTrip.bucket(shown, measured)).isEqualTo(bucket);
    }

    @ParameterizedTest
    @CsvSource({"12, 12 ms", "800, 800 ms", "1000, 1 s", "1200, 1.2 s", "15000, 15 s"})
    void a_round_trip_has_a_label(long bucket, String label) {
        assertThat(RoundTrip.label(bucket)).isEqualTo(label);
    }
}
