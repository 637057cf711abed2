package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the terminal tells of the mouse, once it was asked to. */
class MouseTest {
    @Test
    void a_press_is_a_click_where_it_was_counted_from_0() {
        assertThat(decoded("\033[<0;1;1M\033[<0;1;1m\033[<4;223;57M"))
                .containsExactly(new Input.Click(0, 0), new Input.Click(222, 56));
    }

    @Test
    void the_wheel_moves_three_rows() {
        assertThat(decoded("\033[<64;5;5M\033[<65;5;5M")).containsExactly(new Input.Burst(-3), new Input.Burst(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\033[<2;5;5M",
                "\033[<1;5;5M",
                "\033[<35;5;5M",
                "\033[<66;5;5M",
                "\033[<0;0;5M",
                "\033[<0;5;0M",
                "\033[<0;5M",
                "\033[<0;5;5;5M",
                "\033[<;;M",
                "\033[<0;99999999999;1M",
                "\033[<0;5;5A",
                "\033[<0;1;1m"
            })
    void everything_else_is_taken_in_and_typed_nowhere(String sequence) {
        assertThat(decoded(sequence + "x")).containsExactly(Key.text("x"));
    }

    @Test
    void typed_text_before_and_after_keeps_its_order() {
        assertThat(decoded("a\033[<0;3;4Mb")).containsExactly(Key.text("a"), new Input.Click(2, 3), Key.text("b"));
    }

    @Test
    void the_mode_is_written_when_it_changes_and_again_when_everything_is() {
        FrameWriter frames = new FrameWriter(ColorMode.NONE, true);
        CellGrid cells = new CellGrid(4, 2);

        assertThat(written(frames, cells, false, true)).doesNotContain("?1000");
        assertThat(written(frames, cells, true, false)).contains(Mouse.ON);
        assertThat(written(frames, cells, true, false)).isEmpty();
        assertThat(written(frames, cells, true, true)).contains(Mouse.ON);
        assertThat(written(frames, cells, false, true)).contains(Mouse.OFF);
        assertThat(written(frames, cells, false, true)).doesNotContain("?1000");
    }

    @Test
    void a_console_that_would_print_it_is_not_told() {
        FrameWriter frames = new FrameWriter(ColorMode.NONE, false);

        assertThat(written(frames, new CellGrid(4, 2), true, true)).doesNotContain("?1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xterm-256color", "screen"})
    void leaving_gives_it_back_whatever_was_on(String term) {
        assertThat(TerminalKind.of(Map.of("TERM", term)).leave()).contains(Mouse.OFF);
    }

    private static String written(FrameWriter frames, CellGrid cells, boolean mouse, boolean everything) {
        Frame frame = new Frame(cells, 0, 0, everything, SafeText.EMPTY, mouse);
        return new String(frames.write(frame, false), StandardCharsets.US_ASCII);
    }

    private static List<Input> decoded(String raw) {
        List<Input> inputs = new ArrayList<>();
        byte[] bytes = raw.getBytes(StandardCharsets.US_ASCII);
        new KeyDecoder(inputs::add, () -> {}).read(bytes, 0, bytes.length);
        return inputs;
    }
}
