package dev.parley.ui.glyph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlyphsTest {
    @Test
    void they_are_the_signs_of_the_screen() {
        assertThat(texts(Glyphs.unicode(Sanitizer.NARROW)))
                .containsExactly("▸", "◂", "◇", "·", "✓", "✗", "★", "…", "→", "✎", "↑", "↓", "─", "│", "┴");
    }

    @Test
    void the_replacements_are_ascii_and_all_different() {
        assertThat(texts(Glyphs.ascii(Sanitizer.NARROW)))
                .doesNotHaveDuplicates()
                .allMatch(sign -> sign.length() == 1 && sign.charAt(0) > ' ' && sign.charAt(0) < 0x7F);
    }

    @Test
    void every_sign_takes_one_column_whatever_the_terminal_makes_of_ambiguous_ones() {
        for (Sanitizer sanitizer : List.of(Sanitizer.NARROW, Sanitizer.WIDE)) {
            assertThat(all(Glyphs.unicode(sanitizer))).allMatch(sign -> sign.width() == 1);
            assertThat(texts(Glyphs.unicode(sanitizer))).doesNotHaveDuplicates();
        }
    }

    private static List<String> texts(Glyphs glyphs) {
        return all(glyphs).stream().map(SafeText::toString).toList();
    }

    private static List<SafeText> all(Glyphs glyphs) {
        List<SafeText> all = new ArrayList<>();
        for (RecordComponent component : Glyphs.class.getRecordComponents()) {
            try {
                all.add((SafeText) component.getAccessor().invoke(glyphs));
            } catch (ReflectiveOperationException impossible) {
                throw new AssertionError(impossible);
            }
        }
        return all;
    }
}
