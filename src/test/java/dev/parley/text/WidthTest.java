package dev.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns, by the samples that STACK.md section 3 measured. */
class WidthTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ascii, 2, ab",
        "composed, 1, \u00e9",
        "cyrillic, 2, \u0416\u044f",
        "combining, 1, e\u0301",
        "four marks, 1, a\u0300\u0301\u0302\u0303",
        "chinese, 4, \u4e2d\u6587",
        "hangul, 2, \ud55c",
        "hangul letters, 2, \u1112\u1161\u11ab",
        "old hangul letters, 2, \u1140\u1161\u11ab",
        "beyond the first plane, 2, \ud840\udc00",
        "fullwidth, 2, \uff21",
        "halfwidth, 1, \uff76",
        "ideographic full stop, 2, \u3002",
        "half fill space, 1, \u303f",
        "bopomofo, 2, \u3105",
        "yi, 2, \ua000",
        "emoji, 2, \ud83d\ude00",
        "zwj family, 2, \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
        "flag, 2, \ud83c\udde9\ud83c\uddea",
        "two flags, 4, \ud83c\udde9\ud83c\uddea\ud83c\uddeb\ud83c\uddf7",
        "heart as text, 1, \u2764",
        "check, 2, \u2705",
        "zap, 2, \u26a1",
        "coffee, 2, \u2615",
        "watch, 2, \u231a",
        "star, 2, \u2b50",
        "umbrella as text, 1, \u2602",
        "hebrew, 4, \u05e9\u05dc\u05d5\u05dd",
        "arabic, 4, \u0633\u0644\u0627\u0645",
        "thai, 1, \u0e01\u0e34\u0e48",
        "thai with a spacing vowel, 2, \u0e01\u0e33",
        "devanagari, 3, \u0915\u094d\u0937\u093f",
        "tamil, 2, \u0ba8\u0bbf",
        "box, 1, \u2502",
        "ambiguous, 1, \u00a7",
        "replacement, 1, \ufffd",
        "text selector is left out, 1, \u263a\ufe0e",
        "math letter, 1, \ud835\udc00",
    })
    void is_what_a_terminal_was_measured_to_give(String sample, int columns, String text) {
        assertThat(Sanitizer.NARROW.line(text).width()).isEqualTo(columns);
    }

    /** tmux 3.3a gives 4, 1, 1, 1 and 1. Newer terminals give 2, and a gap there is better than half an emoji here. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "skin tone, \ud83d\udc4d\ud83c\udffd",
        "skin tone on a text emoji, \u261d\ud83c\udffd",
        "joined flag, \ud83c\udff3\ufe0f\u200d\ud83c\udf08",
        "keycap, 1\ufe0f\u20e3",
        "heart with selector, \u2764\ufe0f",
        "half a flag, \ud83c\udde9",
        "joined text emoji, \u2764\u200d\ud83d\udd25",
    })
    void is_two_for_emoji_that_old_terminals_give_another_width(String sample, String text) {
        assertThat(Sanitizer.NARROW.line(text).clusters()).containsExactly(new Cluster(text, 2, false, true));
    }

    @ParameterizedTest
    @CsvSource({
        "\ud83d\udc68\u200d\ud83d\udc69",
        "\ud83c\udde9\ud83c\uddea",
        "1\u20e3",
        "\u0e01\u0e33",
        "\u0ba8\u0bbf",
        "\u1140\u1161\u11ab",
        "\u06cc\u200c\u062e",
        "\u0d4e\u0d15",
        "\ud83e\udee0",
        "\u4dc0",
        "\u1019\u102c"
    })
    void is_uncertain_where_terminals_disagree(String text) {
        assertThat(Sanitizer.NARROW.line(text).clusters()).anyMatch(Cluster::uncertain);
    }

    @ParameterizedTest
    @CsvSource({"a", "\u00e9", "q\u0301", "\u4e2d", "\ud83d\ude00", "\u2502", "\u0416", "\u0e01\u0e34\u0e48", "\u2764"})
    void is_certain_where_they_agree(String text) {
        assertThat(Sanitizer.NARROW.line(text).clusters()).noneMatch(Cluster::uncertain);
    }

    @Test
    void ambiguous_characters_are_two_columns_on_a_terminal_that_draws_them_so() {
        assertThat(Sanitizer.WIDE.line("\u00a7\u2502\u0416\u2026").width()).isEqualTo(8);
        assertThat(Sanitizer.WIDE.line("a\u00e8\u05d0").width()).isEqualTo(4);
        assertThat(Sanitizer.WIDE.line("q\u0301").width()).isEqualTo(1);
    }

    @Test
    void a_conjunct_is_as_many_cells_as_letters_as_terminals_draw_it_so() {
        assertThat(Sanitizer.NARROW.line("\u0915\u094d\u0937\u093f").clusters())
                .containsExactly(
                        new Cluster("\u0915\u094d", 1, false, true), new Cluster("\u0937\u093f", 2, false, true));
    }

    @Test
    void a_flood_of_letters_or_tones_in_one_cluster_is_many_cells() {
        assertThat(Sanitizer.NARROW.line("\u1100\u1100\u1100").width()).isEqualTo(6);
        assertThat(Sanitizer.NARROW
                        .line("\ud83d\udc4d" + "\ud83c\udffd".repeat(3))
                        .width())
                .isEqualTo(6);
        assertThat(Sanitizer.NARROW.line("\uff76\uff9e\uff9e").width()).isEqualTo(3);
    }
}
