package dev.parley.ui.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;
import dev.parley.ui.format.Needles.Hit;
import org.junit.jupiter.api.Test;

class NeedlesTest {
    @Test
    void all_words_must_be_there_whatever_their_case_and_accents() {
        Needles needles = new Needles("CAFÉ paris");

        assertThat(needles.areIn("Ein Café in PARIS")).isTrue();
        assertThat(needles.areIn("cafe\u0301 Paris")).isTrue();
        assertThat(needles.areIn("the cafe")).isFalse();
    }

    @Test
    void no_words_are_nowhere() {
        assertThat(new Needles("  ").areIn("anything")).isFalse();
        assertThat(new Needles("\u0301").isEmpty()).isTrue();
    }

    @Test
    void they_are_found_by_clusters() {
        SafeText row = Sanitizer.NARROW.line("漢字 Straße, ÉTÉ été");

        assertThat(new Needles("ete").in(row)).containsExactly(new Hit(11, 14), new Hit(15, 18));
        assertThat(new Needles("字").in(row)).containsExactly(new Hit(1, 2));
    }

    @Test
    void one_cluster_that_reads_as_two_letters_is_taken_whole() {
        SafeText row = Sanitizer.NARROW.line("oﬃce");

        assertThat(new Needles("fi").in(row)).containsExactly(new Hit(1, 2));
    }
}
