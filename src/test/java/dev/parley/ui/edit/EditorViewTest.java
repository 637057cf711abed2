package dev.parley.ui.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.text.Cluster;
import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;
import dev.parley.ui.edit.EditorView.Picture;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditorViewTest {
    private final EditorView view = new EditorView(Sanitizer.NARROW);

    @Test
    void an_empty_text_is_one_row_with_the_cursor_at_its_start() {
        Picture picture = view.picture(new Editor(), 10, 3);

        assertThat(shown(picture)).containsExactly("");
        assertThat(place(picture)).isEqualTo("0,0");
    }

    @Test
    void lines_break_at_blanks_and_the_cursor_follows() {
        Picture picture = view.picture(holding("the quick brown fox"), 10, 5);

        assertThat(shown(picture)).containsExactly("the quick ", "brown fox");
        assertThat(place(picture)).isEqualTo("9,1");
    }

    @Test
    void a_word_longer_than_the_row_breaks_inside() {
        assertThat(shown(view.picture(holding("abcdefghij"), 5, 5))).containsExactly("abcd", "efgh", "ij");
    }

    @Test
    void the_cursor_after_a_full_row_has_a_row_of_its_own() {
        Picture picture = view.picture(holding("abc "), 4, 5);

        assertThat(shown(picture)).containsExactly("abc ", "");
        assertThat(place(picture)).isEqualTo("0,1");
    }

    @Test
    void a_wide_cluster_moves_the_cursor_by_two() {
        Picture picture = view.picture(holding("a漢"), 10, 1);

        assertThat(place(picture)).isEqualTo("3,0");
    }

    @Test
    void a_control_character_is_shown_as_a_sign_of_our_own() {
        Picture picture = view.picture(holding("a\u001Bb"), 10, 1);

        List<Cluster> clusters = picture.rows().get(0).clusters();
        assertThat(picture.rows().get(0).toString()).isEqualTo("a^[b");
        assertThat(clusters).filteredOn(Cluster::mark).isNotEmpty();
        assertThat(place(picture)).isEqualTo("4,0");
    }

    @Test
    void the_window_grows_with_the_text_and_then_follows_the_cursor() {
        Editor editor = holding("1\n2\n3\n4\n5");

        Picture atEnd = view.picture(editor, 10, 3);
        for (int i = 0; i < 4; i++) {
            editor.up(view.layout(editor, 10));
        }
        Picture atStart = view.picture(editor, 10, 3);

        assertThat(shown(atEnd)).containsExactly("3", "4", "5");
        assertThat(atEnd.above()).isEqualTo(2);
        assertThat(shown(atStart)).containsExactly("1", "2", "3");
        assertThat(atStart.below()).isEqualTo(2);
    }

    @Test
    void the_window_does_not_move_while_the_cursor_is_in_it() {
        Editor editor = holding("1\n2\n3\n4\n5");
        view.picture(editor, 10, 3);
        editor.up(view.layout(editor, 10));

        assertThat(shown(view.picture(editor, 10, 3))).containsExactly("3", "4", "5");
    }

    @Test
    void a_text_that_got_shorter_fills_the_window_again() {
        Editor editor = holding("1\n2\n3\n4\n5");
        view.picture(editor, 10, 3);
        editor.setText("1\n2");

        assertThat(shown(view.picture(editor, 10, 3))).containsExactly("1", "2");
    }

    @Test
    void up_and_down_go_over_wrapped_rows_and_keep_their_column() {
        Editor editor = holding("abcdefgh\nx\nabcdefgh");
        Layout layout = view.layout(editor, 20);

        editor.up(layout);
        int short1 = editor.cursor();
        editor.up(layout);

        assertThat(short1).isEqualTo("abcdefgh\nx".length());
        assertThat(editor.cursor()).isEqualTo("abcdefgh".length());
    }

    @Test
    void up_to_a_shorter_row_that_was_wrapped_stays_on_that_row() {
        Editor editor = holding("wwwwwwww aa bbbbbbbb");
        Layout layout = view.layout(editor, 9);

        editor.up(layout);

        assertThat(layout.rowOf(editor.cursor())).isEqualTo(1);
        assertThat(editor.cursor()).isEqualTo("wwwwwwww aa".length());
    }

    @Test
    void up_on_the_first_row_and_down_on_the_last_are_left_to_the_history() {
        Editor editor = holding("abcdefgh ij");
        Layout layout = view.layout(editor, 6);

        assertThat(editor.down(layout)).isFalse();
        assertThat(editor.up(layout)).isTrue();
        assertThat(editor.up(layout)).isTrue();
        assertThat(editor.up(layout)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 14, 159, 2653, 58979, 323846})
    void the_cursor_is_always_inside_and_nothing_is_lost(long seed) {
        Random random = new Random(seed);
        Editor editor = new Editor();
        for (int i = 0; i < 300; i++) {
            EditorLawsTest.randomEdit(random).accept(editor);
            int columns = 1 + random.nextInt(20);
            int maxRows = 1 + random.nextInt(6);
            Picture picture = view.picture(editor, columns, maxRows);
            String about =
                    "seed %d, edit %d, %d columns, %d rows: %s".formatted(seed, i, columns, maxRows, editor.text());
            assertThat(picture.rows()).as(about).hasSizeBetween(1, maxRows);
            assertThat(picture.cursorRow())
                    .as(about)
                    .isBetween(0, picture.rows().size() - 1);
            assertThat(picture.cursorColumn()).as(about).isBetween(0, columns - 1);
            assertThat(picture.above()).as(about).isNotNegative();
            assertThat(picture.below()).as(about).isNotNegative();
            Picture whole = new EditorView(Sanitizer.NARROW).picture(editor, columns, Integer.MAX_VALUE);
            assertThat(String.join("", shown(whole))).as(about).isEqualTo(safe(editor.text()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 64, 512})
    void every_place_of_the_cursor_is_found_again_by_its_row_and_column(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            String text = "x".repeat(random.nextInt(9)) + " 漢字漢字 and\nmore ".repeat(random.nextInt(4));
            Layout layout = Layout.of(text, 3 + random.nextInt(12), Sanitizer.NARROW);
            for (int index : EditorLawsTest.boundaries(text)) {
                int found = layout.index(layout.rowOf(index), layout.columnOf(index));
                assertThat(found)
                        .as("seed %d, index %d of %s", seed, index, text)
                        .isEqualTo(index);
            }
        }
    }

    private static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        int from = 0;
        for (int to : EditorLawsTest.boundaries(text)) {
            String cluster = text.substring(from, to);
            safe.append(cluster.isEmpty() || cluster.equals("\n") ? "" : Sanitizer.NARROW.line(cluster));
            from = to;
        }
        return safe.toString();
    }

    private static Editor holding(String text) {
        Editor editor = new Editor();
        editor.setText(text);
        return editor;
    }

    private static List<String> shown(Picture picture) {
        return picture.rows().stream().map(SafeText::toString).collect(Collectors.toList());
    }

    private static String place(Picture picture) {
        return picture.cursorColumn() + "," + picture.cursorRow();
    }
}
