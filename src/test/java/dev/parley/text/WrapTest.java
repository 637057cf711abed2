package dev.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WrapTest {
    @Test
    void what_fits_is_one_row() {
        assertThat(wrap("two words", 9)).containsExactly("two words");
        assertThat(wrap("", 9)).containsExactly("");
    }

    @Test
    void a_row_breaks_at_blanks_which_are_dropped() {
        assertThat(wrap("one two three", 7)).containsExactly("one two", "three");
        assertThat(wrap("one two three", 8)).containsExactly("one two", "three");
        assertThat(wrap("one two    three", 8)).containsExactly("one two", "three");
        assertThat(wrap("one  two", 3)).containsExactly("one", "two");
    }

    @Test
    void blanks_inside_a_row_and_before_the_line_are_kept() {
        assertThat(wrap("  a  b word", 6)).containsExactly("  a  b", "word");
        assertThat(wrap("    word", 6)).containsExactly("    wo", "rd");
        assertThat(wrap("        x", 4)).containsExactly("    ", "    ", "x");
    }

    @Test
    void blanks_after_the_line_take_no_row() {
        assertThat(wrap("word     ", 4)).containsExactly("word");
        assertThat(wrap("word     ", 6)).containsExactly("word");
    }

    @Test
    void a_word_longer_than_the_row_breaks_inside() {
        assertThat(wrap("a abcdefghij k", 4)).containsExactly("a", "abcd", "efgh", "ij k");
    }

    @Test
    void a_hyphen_breaks_words_but_no_option_or_number() {
        assertThat(wrap("well-known", 6)).containsExactly("well-", "known");
        assertThat(wrap("use -rf it", 6)).containsExactly("use", "-rf it");
        assertThat(wrap("a --long", 5)).containsExactly("a", "--lon", "g");
    }

    @Test
    void a_wide_cluster_is_never_cut() {
        assertThat(wrap("\u4e2d\u6587\u5b57", 5)).containsExactly("\u4e2d\u6587", "\u5b57");
        assertThat(wrap("x\u4e2d\u6587", 1)).containsExactly("x", "\u4e2d", "\u6587");
    }

    @Test
    void no_row_begins_with_closing_punctuation_or_ends_with_opening() {
        assertThat(wrap("\u4e2d\u6587\u3002\u5b57", 4)).containsExactly("\u4e2d", "\u6587\u3002", "\u5b57");
        assertThat(wrap("\u4e2d\u300c\u6587\u5b57", 4)).containsExactly("\u4e2d", "\u300c\u6587", "\u5b57");
        assertThat(wrap("\u3002\u3002\u3002", 4)).containsExactly("\u3002\u3002", "\u3002");
    }

    @Test
    void latin_words_break_off_from_wide_ones() {
        assertThat(wrap("\u4f7f\u7528Java", 5)).containsExactly("\u4f7f\u7528", "Java");
    }

    @Test
    void no_columns_are_taken_as_one() {
        assertThat(wrap("ab", 0)).containsExactly("a", "b");
        assertThat(wrap("ab", -3)).containsExactly("a", "b");
    }

    @Test
    void rows_lie_in_order_in_the_line_and_only_blanks_between_and_after() {
        RandomText.forMany(5_000, random -> {
            SafeText line = Sanitizer.NARROW.line(random.upTo(1) == 0 ? random.words(30) : random.text(12));
            int columns = 1 + random.upTo(20);

            List<Wrap.Row> rows = Wrap.rows(line, columns);

            int at = 0;
            for (Wrap.Row row : rows) {
                assertThat(line.part(at, row.from()).isBlank()).isTrue();
                assertThat(row.to()).isGreaterThanOrEqualTo(row.from());
                at = row.to();
            }
            assertThat(line.part(at, line.clusters().size()).isBlank()).isTrue();
            assertThat(rows.get(0).from()).isZero();
        });
    }

    @Test
    void no_row_is_wider_than_the_columns_or_empty() {
        RandomText.forMany(5_000, random -> {
            SafeText line = Sanitizer.NARROW.line(random.upTo(1) == 0 ? random.words(30) : random.text(12));
            int columns = 1 + random.upTo(20);

            List<SafeText> rows = Wrap.wrap(line, columns);

            assertThat(rows)
                    .allMatch(row -> row.width() <= columns || row.clusters().size() == 1);
            assertThat(rows).allMatch(row -> !row.isEmpty() || line.isEmpty());
        });
    }

    @Test
    void plain_words_are_laid_out_as_a_person_would() {
        RandomText.forMany(5_000, random -> {
            List<String> words = Stream.generate(() -> "abcdefgh".substring(0, 1 + random.upTo(7)))
                    .limit(1 + random.upTo(20))
                    .toList();
            int columns = 8 + random.upTo(12);
            List<String> wanted = new ArrayList<>(List.of(words.get(0)));
            for (String word : words.subList(1, words.size())) {
                String row = wanted.get(wanted.size() - 1);
                if (row.length() + 1 + word.length() <= columns) {
                    wanted.set(wanted.size() - 1, row + " " + word);
                } else {
                    wanted.add(word);
                }
            }

            assertThat(wrap(String.join(" ", words), columns)).isEqualTo(wanted);
        });
    }

    @Test
    void wrapping_a_long_line_is_one_pass() {
        assertThat(Wrap.wrap(Sanitizer.NARROW.line("A".repeat(1_000_000)), 80)).hasSize(12_500);
        assertThat(Wrap.wrap(Sanitizer.NARROW.line("ab ".repeat(300_000)), 3)).hasSize(300_000);
        assertThat(Wrap.wrap(Sanitizer.NARROW.line("A" + " ".repeat(1_000_000)), 10))
                .hasSize(1);
    }

    private static List<String> wrap(String text, int columns) {
        return Wrap.wrap(Sanitizer.NARROW.line(text), columns).stream()
                .map(SafeText::toString)
                .toList();
    }
}
