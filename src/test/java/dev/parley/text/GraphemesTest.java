package dev.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GraphemesTest {
    /** Text with its clusters parted by a bar. */
    static Stream<Arguments> cases() {
        return Stream.of(
                        "",
                        "a|b|c",
                        "\r\n|\n|\r|a",
                        "\n|\u0301",
                        "e\u0301|x",
                        "a\u0301\u0323\u200d|b",
                        "\u001b|\u0301",
                        "\u1100\u1161\u11a8|\u1100",
                        "\uac00\u11a8|\uac01\u11a8|\uac01|\u1161",
                        "\ud83c\udde9\ud83c\uddea|\ud83c\uddeb\ud83c\uddf7|\ud83c\udde9",
                        "a|\ud83c\udde9\ud83c\uddea|b",
                        "\ud83d\udc4d\ud83c\udffd|\ud83d\udc4d",
                        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67|!",
                        "\ud83c\udff3\ufe0f\u200d\ud83c\udf08",
                        "a\u200d|\ud83d\udc68",
                        "\ud83d\udc68\u200d\u0301|\ud83d\udc68",
                        "1\ufe0f\u20e3|2",
                        "\u0915\u094d\u0937\u093f|\u0915",
                        "\u0915\u094d\u200d\u0937",
                        "\u0915\u094d\u200c|\u0937",
                        "\u0915\u093f|\u0937",
                        "\u094d|\u0937",
                        "\u0e01\u0e34\u0e48|\u0e01\u0e33",
                        "\u0600\u0661|\u0661",
                        "\u0d4e\u0d15",
                        "\ud800|a|\udc00|b",
                        "\u1019|\u102c",
                        "\ud81b\udd63\ud81b\udd67|a")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void clusters_end_where_uax_29_says(String parted) {
        String text = parted.replace("|", "");

        assertThat(forwards(text)).isEqualTo(bars(parted));
        assertThat(backwards(text)).isEqualTo(bars(parted));
    }

    @Test
    void random_text_is_cut_as_icu_cuts_it_in_both_directions() {
        BreakIterator icu = BreakIterator.getCharacterInstance(ULocale.ROOT);
        RandomText.forMany(5_000, random -> {
            String text = random.text(20);
            icu.setText(text);
            List<Integer> wanted = new ArrayList<>();
            for (int end = icu.next(); end != BreakIterator.DONE; end = icu.next()) {
                wanted.add(end);
            }

            assertThat(forwards(text)).isEqualTo(wanted);
            assertThat(backwards(text)).isEqualTo(wanted);
        });
    }

    @Test
    void the_ends_of_the_text_stay_where_they_are() {
        assertThat(Graphemes.next("abc", 3)).isEqualTo(3);
        assertThat(Graphemes.next("", 0)).isZero();
        assertThat(Graphemes.previous("abc", 0)).isZero();
        assertThat(Graphemes.previous("", 0)).isZero();
    }

    private static List<Integer> bars(String parted) {
        List<Integer> ends = new ArrayList<>();
        int end = 0;
        for (String cluster : parted.split("\\|")) {
            end += cluster.length();
            ends.add(end);
        }
        return end == 0 ? List.of() : ends;
    }

    private static List<Integer> forwards(String text) {
        List<Integer> ends = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            at = Graphemes.next(text, at);
            ends.add(at);
        }
        return ends;
    }

    private static List<Integer> backwards(String text) {
        List<Integer> ends = new ArrayList<>();
        for (int at = text.length(); at > 0; at = Graphemes.previous(text, at)) {
            ends.add(at);
        }
        Collections.reverse(ends);
        return ends;
    }
}
