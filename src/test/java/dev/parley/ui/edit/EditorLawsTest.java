package dev.parley.ui.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.text.Graphemes;
import dev.parley.text.Sanitizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds after any keys whatever. */
class EditorLawsTest {
    static final List<String> PIECES = List.of(
            "a",
            "word",
            " ",
            "  ",
            "\n",
            "e\u0301",
            "\u0301",
            "\u200D",
            "\uD83D\uDC68\u200D\uD83D\uDC69",
            "\uD83C\uDDE9",
            "\uD83C\uDDEA\uD83C\uDDF8",
            "漢字",
            "\u1100",
            "\u1161",
            "\t",
            "\u001B",
            "\u202E",
            "\r\n",
            "\r",
            ".",
            "ไทย",
            "\uD83D",
            "\u0915\u094D\u0937");

    @ParameterizedTest
    @ValueSource(longs = {1, 22, 333, 4444, 55555, 666666})
    void the_cursor_never_stands_inside_a_cluster(long seed) {
        Random random = new Random(seed);
        Editor editor = new Editor();
        for (int i = 0; i < 400; i++) {
            randomEdit(random).accept(editor);
            assertThat(boundaries(editor.text()))
                    .as("seed %d, edit %d, text %s", seed, i, editor.text())
                    .contains(editor.cursor());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 88, 999, 10101, 111111, 1212121})
    void undo_goes_back_through_the_texts_there_were_to_the_first(long seed) {
        Random random = new Random(seed);
        Editor editor = new Editor();
        editor.setText("the first text\nof all");
        List<String> texts = new ArrayList<>(List.of(editor.text()));
        for (int i = 0; i < 200; i++) {
            randomEdit(random).accept(editor);
            texts.add(editor.text());
        }

        int at = texts.size() - 1;
        while (editor.undo()) {
            int earlier = texts.subList(0, at).lastIndexOf(editor.text());
            assertThat(earlier)
                    .as("seed %d, a text that never was: %s", seed, editor.text())
                    .isNotNegative();
            assertThat(boundaries(editor.text())).as("seed %d", seed).contains(editor.cursor());
            at = earlier;
        }
        assertThat(editor.text()).as("seed %d", seed).isEqualTo(texts.get(0));
    }

    /** All but undo, and but the replacing of everything, which would hide the rest. */
    static Consumer<Editor> randomEdit(Random random) {
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        List<Consumer<Editor>> edits = List.of(
                editor -> editor.insert(piece),
                editor -> editor.insert(piece),
                editor -> editor.insert(piece),
                editor -> editor.paste(piece + piece),
                Editor::left,
                Editor::right,
                Editor::wordLeft,
                Editor::wordRight,
                Editor::lineStart,
                Editor::lineEnd,
                Editor::backspace,
                Editor::delete,
                Editor::cutToBlank,
                Editor::cutWordLeft,
                Editor::cutWordRight,
                Editor::cutToLineEnd,
                Editor::cutToLineStart,
                Editor::yank,
                Editor::transpose,
                editor -> editor.up(Layout.of(editor.text(), 7, Sanitizer.NARROW)),
                editor -> editor.down(Layout.of(editor.text(), 7, Sanitizer.NARROW)));
        return edits.get(random.nextInt(edits.size()));
    }

    static Set<Integer> boundaries(String text) {
        Set<Integer> found = new TreeSet<>(Set.of(0));
        for (int at = 0; at < text.length(); ) {
            at = Graphemes.next(text, at);
            found.add(at);
        }
        return found;
    }
}
