package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestTtyTest {
    private final TestTty tty = new TestTty(20, 3);
    private final List<Input> inputs = new ArrayList<>();

    @BeforeEach
    void start() {
        tty.start(inputs::add);
    }

    @Test
    void what_is_flushed_is_on_the_screen() {
        draw("hello");

        assertThat(tty.screen().text()).startsWith("hello");
        assertThat(tty.screen().cursorColumn()).isEqualTo(5);
        assertThat(tty.emulator().writes()).isEqualTo(1);
        assertThat(tty.wallHits()).isZero();
    }

    @Test
    void what_is_typed_comes_through_the_decoder() {
        tty.type("a\r");
        tty.type("\033");
        tty.paste("x\ry");

        assertThat(inputs)
                .containsExactly(
                        Key.text("a"), Key.of(Key.Code.ENTER), Key.of(Key.Code.ESCAPE), new Input.Paste("x\ny"));
    }

    @Test
    void a_new_size_is_told_and_taken_with_the_next_surface() {
        draw("hello");

        tty.resize(4, 1);
        draw("hello");

        assertThat(inputs).containsExactly(new Input.Resized(4, 1));
        assertThat(tty.screen().text()).isEqualTo("hell");
    }

    @Test
    void after_a_stop_all_is_drawn_again() {
        draw("hello");

        boolean stopped = tty.suspend();
        tty.forget();
        draw("hello");

        assertThat(stopped).isTrue();
        assertThat(inputs).containsExactly(new Input.Continued());
        assertThat(tty.screen().text()).isEqualTo("hello\n\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\033[5n", "\033c", "\007", "\033]52;c;eA==\007", "\u009b31m", "\033[?1000h", "\033[3", "\t"})
    void the_emulator_refuses_what_parley_never_sends(String bytes) {
        Emulator emulator = new Emulator(20, 3);

        assertThatThrownBy(() -> emulator.write(bytes.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_emulator_refuses_wrong_utf8() {
        Emulator emulator = new Emulator(20, 3);

        assertThatThrownBy(() -> emulator.write(new byte[] {'a', (byte) 0xC3}))
                .isInstanceOf(IllegalStateException.class);
    }

    private void draw(String text) {
        Surface surface = tty.surface();
        surface.fill(Style.PLAIN);
        int end = surface.put(0, 0, SafeTexts.byHand(text), Style.PLAIN);
        tty.cursor(end, 0);
        tty.flush();
    }
}
