package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.time.HandTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallPartsTest {
    @Test
    void a_round_trip_moves_to_another_step_only_when_three_beats_agree() {
        RoundTrip roundTrip = new RoundTrip();

        List<Integer> shown = LongStream.of(3, 4, 11, 3, 12, 13, 19, 5_001, 1, 0, 0)
                .mapToObj(roundTrip::beat)
                .toList();

        assertThat(shown).containsExactly(2, 2, 2, 2, 2, 2, 10, 10, 10, 0, 0);
    }

    @Test
    void the_gate_lets_the_next_in_when_one_leaves() {
        HandTime time = new HandTime();
        Gate gate = new Gate(2, time);
        List<Runnable> inside = new ArrayList<>();
        for (int each = 0; each < 5; each++) {
            gate.enter(inside::add);
        }
        assertThat(inside).hasSize(2);
        time.advance(1_000);

        inside.get(0).run();
        inside.get(1).run();

        assertThat(inside).hasSize(4);
    }

    @Test
    void thirty_that_lost_the_same_network_knock_one_after_the_other() {
        HandTime time = new HandTime();
        Gate gate = new Gate(6, time);
        List<Long> knocks = new ArrayList<>();
        int[] inside = {0, 0};
        for (int each = 0; each < 30; each++) {
            gate.enter(leave -> {
                knocks.add(time.millis());
                inside[1] = Math.max(inside[1], ++inside[0]);
                time.after(200, () -> {
                    inside[0]--;
                    leave.run();
                });
            });
        }

        time.advance(10_000);

        assertThat(knocks).hasSize(30);
        assertThat(inside[1]).isLessThanOrEqualTo(6);
        for (long second = 0; second < 10_000; second += 50) {
            long from = second;
            assertThat(knocks.stream().filter(at -> at >= from && at < from + 1_000))
                    .hasSizeLessThanOrEqualTo(26);
        }
    }

    @Test
    void html_keeps_its_words_and_line_breaks() {
        assertThat(Html.text("<p>Hello <b>you</b> &amp; me</p><div>1 &lt; 2<br/>a < b &copy; &</div>"))
                .isEqualTo("Hello you & me\n1 < 2\na < b &copy; &");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "See <a class='x' href=\"https://h.example/?a=1&amp;b=2\">our <b>shop</b></a>. | See our shop <https://h.example/?a=1&b=2>.",
                "<a href=https://h.example>https://h.example</a> | https://h.example",
                "<A HREF='tel:1'></A> | tel:1",
                "<a name='x'>here</a> | here",
                "<a href='https://h.example'>never closed | never closed",
                "<abbr href='https://h.example'>short</abbr> | short",
                "a <img src='x' alt='blue mug'/> b <img src='y'> | a [image: blue mug] b",
                "&#8364;5 &#x20AC;6 &#99999999; &#x110000; | \u20ac5 \u20ac6 &#99999999; &#x110000;"
            })
    void html_keeps_addresses_alt_texts_and_numbered_characters(String html, String text) {
        assertThat(Html.text(html)).isEqualTo(text);
    }

    @Test
    void html_that_never_ends_is_text_and_takes_no_longer() {
        String open = "<a".repeat(200_000);

        assertThat(Html.text(open)).isEqualTo(open);
        assertThat(Html.text("&".repeat(200_000))).hasSize(200_000);
        assertThat(Html.text("<a href=".repeat(100_000) + ">x</a>")).startsWith("x");
    }

    @Test
    void durations_are_said_in_their_largest_unit() {
        assertThat(LongStream.of(-5, 59, 60, 7_199, 86_400, 200_000)
                        .mapToObj(seconds -> Spoken.duration(Duration.ofSeconds(seconds))))
                .containsExactly("0 s", "59 s", "1 min", "1 h", "24 h", "2 d");
    }
}
