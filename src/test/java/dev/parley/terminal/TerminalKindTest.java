package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.TerminalSize;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalKindTest {
    @ParameterizedTest
    @ValueSource(strings = {"xterm-256color", "linux", "screen", "vt100"})
    void leaving_undoes_what_entering_did(String term) {
        TerminalKind kind = TerminalKind.of(Map.of("TERM", term));
        Emulator emulator = new Emulator(20, 5);
        send(emulator, "\033]2;shell\007");

        send(emulator, "\033[?1049h" + kind.enter());
        boolean wraps = emulator.modes().contains(7);
        send(emulator, kind.leave() + "\033[?1049l");

        assertThat(wraps).isFalse();
        assertThat(emulator.modes()).contains(7, 25).doesNotContain(2004, 1004, 2026, 1049);
        assertThat(emulator.title()).isEqualTo("shell");
    }

    @Test
    void where_there_may_be_no_second_page_the_first_is_cleared() {
        TerminalKind screen = TerminalKind.of(Map.of("TERM", "screen"));
        TerminalKind tmux = TerminalKind.of(Map.of("TERM", "screen-256color", "TMUX", "/tmp/tmux-0/default,1,0"));

        assertThat(screen.leave()).endsWith("\033[H\033[J");
        assertThat(tmux.leave()).doesNotContain("\033[J");
    }

    @Test
    void a_console_that_prints_what_it_does_not_know_is_asked_nothing() {
        assertThat(TerminalKind.of(Map.of("TERM", "linux")).enter()).isEqualTo("\033[?7l");
        assertThat(TerminalKind.of(Map.of()).enter()).isEqualTo("\033[?7l");
    }

    @ParameterizedTest
    @CsvSource({"50 200, 200, 50", "0 0, 80, 24", "1 1, 1, 1", "'', 80, 24", "nonsense, 80, 24", "0 132, 132, 24"})
    void the_size_is_what_stty_says_or_the_usual_one(String line, int columns, int rows) {
        assertThat(Stty.size(line)).isEqualTo(new TerminalSize(columns, rows));
    }

    private static void send(Emulator emulator, String text) {
        emulator.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
