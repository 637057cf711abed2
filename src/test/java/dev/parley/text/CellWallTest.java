package dev.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellWallTest {
    private static final Set<Integer> FORBIDDEN = Set.of(
            (int) UCharacterCategory.CONTROL,
            (int) UCharacterCategory.FORMAT,
            (int) UCharacterCategory.SURROGATE,
            (int) UCharacterCategory.PRIVATE_USE,
            (int) UCharacterCategory.UNASSIGNED,
            (int) UCharacterCategory.LINE_SEPARATOR,
            (int) UCharacterCategory.PARAGRAPH_SEPARATOR);

    @Test
    void no_code_point_of_a_forbidden_category_passes_wherever_it_stands() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(codePoint -> FORBIDDEN.contains(UCharacter.getType(codePoint)))
                        .filter(codePoint -> CellWall.isSafe(Character.toString(codePoint))
                                || CellWall.isSafe("a" + Character.toString(codePoint))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                " ",
                "e\u0301",
                "\u4e2d",
                "\u2764\ufe0f",
                "\ud83d\udc68\u200d\ud83d\udc69",
                "\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc69",
                "\u06cc\u200c",
                "\u0915\u094d\u200d"
            })
    void what_is_only_a_picture_passes(String cluster) {
        assertThat(CellWall.isSafe(cluster)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e\u0301\u001b",
                "a\u200d",
                "a\u200c",
                "\u200d\ud83d\udc68",
                "\ud83d\udc68\u200d",
                "\ud83d\udc68\u200ca",
                "\ud83d\udc68\u200c\ud83d\udc68",
                "\ud83d\udc68\u200da",
                "a\u034f",
                "\u3164",
                "a\ufe0e"
            })
    void what_joins_nothing_or_cannot_be_seen_does_not(String cluster) {
        assertThat(CellWall.isSafe(cluster)).isFalse();
    }

    @Test
    void a_lone_surrogate_does_not_pass() {
        assertThat(CellWall.isSafe("\ud83d")).isFalse();
        assertThat(CellWall.isSafe("a\udc68")).isFalse();
    }
}
