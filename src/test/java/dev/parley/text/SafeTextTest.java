package dev.parley.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SafeTextTest {
    private static final SafeText DOTS = safe("\u2026");

    @Test
    void cut_leaves_alone_what_fits() {
        SafeText text = safe("four");

        assertThat(text.cut(4, DOTS)).isSameAs(text);
        assertThat(SafeText.EMPTY.cut(0, DOTS)).isSameAs(SafeText.EMPTY);
    }

    @Test
    void cut_says_with_the_ellipsis_where_it_cut() {
        assertThat(safe("four").cut(3, DOTS)).hasToString("fo\u2026");
        assertThat(safe("four").cut(1, DOTS)).hasToString("\u2026");
    }

    @Test
    void cut_never_cuts_a_wide_cluster() {
        assertThat(safe("\u4e2d\u6587\u5b57").cut(4, DOTS)).hasToString("\u4e2d\u2026");
        assertThat(safe("\u4e2d\u6587").cut(1, SafeText.EMPTY)).isSameAs(SafeText.EMPTY);
    }

    @Test
    void cut_goes_without_an_ellipsis_that_has_no_room() {
        assertThat(safe("four").cut(2, safe("..."))).hasToString("fo");
        assertThat(safe("four").cut(0, DOTS)).hasToString("");
        assertThat(safe("four").cut(-1, DOTS)).hasToString("");
    }

    @Test
    void fit_is_exactly_as_wide_as_asked() {
        assertThat(safe("ab").fit(4, DOTS)).hasToString("ab  ");
        assertThat(safe("\u4e2d\u6587\u5b57").fit(4, DOTS)).hasToString("\u4e2d\u2026 ");
        assertThat(safe("ab").fit(-1, DOTS)).hasToString("");
    }

    @Test
    void random_text_is_cut_to_what_it_promises() {
        RandomText.forMany(5_000, random -> {
            SafeText text = safe(random.text(15));
            int columns = random.upTo(20);

            SafeText cut = text.cut(columns, DOTS);

            assertThat(cut.width()).isLessThanOrEqualTo(columns);
            assertThat(cut.width()).isGreaterThanOrEqualTo(Math.min(text.width(), columns - 1));
            assertThat(text.fit(columns, DOTS).width()).isEqualTo(columns);
        });
    }

    @Test
    void plus_and_join_add_up() {
        SafeText both = safe("a").plus(safe("\u4e2d"));

        assertThat(both).hasToString("a\u4e2d").isEqualTo(safe("a\u4e2d"));
        assertThat(both.width()).isEqualTo(3);
        assertThat(SafeText.join(safe(", "), List.of(safe("a"), SafeText.EMPTY, safe("b"))))
                .hasToString("a, , b");
        assertThat(SafeText.join(DOTS, List.of())).isSameAs(SafeText.EMPTY);
    }

    @Test
    void a_part_is_some_of_the_clusters() {
        SafeText text = safe("a\u4e2db");

        assertThat(text.part(1, 3)).isEqualTo(safe("\u4e2db"));
        assertThat(text.part(1, 3).width()).isEqualTo(3);
        assertThat(text.part(0, 3)).isSameAs(text);
        assertThat(text.part(2, 2)).isSameAs(SafeText.EMPTY);
        assertThatThrownBy(() -> text.part(0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void clusters_within_columns_are_counted_whole() {
        assertThat(safe("a\u4e2db").clustersWithin(2)).isEqualTo(1);
        assertThat(safe("a\u4e2db").clustersWithin(3)).isEqualTo(2);
        assertThat(safe("a\u4e2db").clustersWithin(9)).isEqualTo(3);
        assertThat(safe("a").clustersWithin(-1)).isZero();
    }

    @Test
    void our_sign_and_content_that_looks_like_it_are_not_equal() {
        assertThat(safe("\u001b")).isNotEqualTo(safe("^[")).hasToString("^[");
        assertThat(safe("ab")).isEqualTo(safe("ab")).hasSameHashCodeAs(safe("ab"));
    }

    @Test
    void its_clusters_cannot_be_changed() {
        List<Cluster> clusters = safe("ab").clusters();

        assertThatThrownBy(() -> clusters.set(0, new Cluster("\u001b", 1, false)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void blank_is_what_shows_nothing() {
        assertThat(safe(" \u00a0\t").isBlank()).isTrue();
        assertThat(SafeText.blanks(3)).hasToString("   ");
        assertThat(SafeText.blanks(-1)).isSameAs(SafeText.EMPTY);
        assertThat(safe(" .").isBlank()).isFalse();
    }

    private static SafeText safe(String raw) {
        return Sanitizer.NARROW.line(raw);
    }
}
