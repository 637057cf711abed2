package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.text.Sanitizer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What sets the terminal's clipboard is one sequence that nothing can break out of. */
class ClipboardTest {
    @Test
    void lines_are_joined_encoded_and_closed() {
        String sequence = sequence("a\n\nb", false);

        assertThat(sequence).isEqualTo("\033]52;c;" + base64("a\n\nb") + "\007");
    }

    @Test
    void there_is_never_a_question_for_what_the_clipboard_has() {
        assertThat(sequence("?", false)).isEqualTo("\033]52;c;Pw==\007");
        assertThat(sequence("", false)).isEqualTo("\033]52;c;\007");
    }

    @Test
    void a_text_of_8_kb_goes_and_a_longer_one_does_not() {
        assertThat(Clipboard.sequence(Sanitizer.NARROW.block("x".repeat(8_192)), false, Wall.CELLS))
                .isPresent();
        assertThat(Clipboard.sequence(Sanitizer.NARROW.block("x".repeat(8_193)), false, Wall.CELLS))
                .isEmpty();
        assertThat(Clipboard.sequence(Sanitizer.NARROW.block("\u00e4".repeat(4_097)), false, Wall.CELLS))
                .isEmpty();
    }

    @Test
    void gnu_screen_gets_it_in_pieces_that_it_passes_on() {
        String sequence = sequence("word ".repeat(1_000), true);

        String[] pieces = sequence.split("\033\\\\");
        StringBuilder passed = new StringBuilder();
        for (String piece : pieces) {
            assertThat(piece).startsWith("\033P").hasSizeLessThan(768);
            passed.append(piece.substring(2));
        }
        assertThat(pieces).hasSizeGreaterThan(5);
        assertThat(passed.toString()).isEqualTo(sequence("word ".repeat(1_000), false));
    }

    @Test
    void the_second_wall_stands_here_too() {
        String sequence = Clipboard.sequence(List.of(SafeTexts.byHand("a\033b")), false, Wall.CELLS)
                .orElseThrow();

        assertThat(sequence).isEqualTo("\033]52;c;" + base64("a?b") + "\007");
    }

    @Test
    void of_what_waits_the_newest_text_and_one_bell_are_left() {
        Aside aside = Aside.BELL
                .and(new Aside(false, sequence("one", false)))
                .and(Aside.BELL)
                .and(new Aside(false, sequence("two", false)));

        assertThat(new String(aside.bytes(), StandardCharsets.US_ASCII))
                .isEqualTo("\033]52;c;" + base64("two") + "\007\007");
    }

    private static String sequence(String text, boolean screen) {
        return Clipboard.sequence(Sanitizer.NARROW.block(text), screen, Wall.CELLS)
                .orElseThrow();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
