package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.TextColor;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorModeTest {
    private static final TextColor ORANGE = new TextColor.RGB(255, 135, 0);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "xterm-256color, -, -, -, ANSI256",
                "xterm, -, -, -, ANSI16",
                "xterm, truecolor, -, -, TRUE",
                "tmux-256color, truecolor, -, /tmp/x, TRUE",
                "screen-256color, truecolor, -, /tmp/x, TRUE",
                "screen-256color, truecolor, -, -, ANSI256",
                "screen, -, -, -, ANSI16",
                "xterm-kitty, -, -, -, TRUE",
                "alacritty, -, -, -, TRUE",
                "xterm-direct, -, -, -, TRUE",
                "linux, -, -, -, ANSI16",
                "vt220, -, -, -, NONE",
                "dumb, truecolor, -, -, NONE",
                "-, -, -, -, NONE",
                "xterm-256color, truecolor, 1, -, NONE",
                "xterm-256color, truecolor, '', -, TRUE"
            })
    void the_environment_tells_how_many_colours_there_are(
            String term, String colorTerm, String noColor, String tmux, ColorMode expected) {
        Map<String, String> environment = new HashMap<>();
        put(environment, "TERM", term);
        put(environment, "COLORTERM", colorTerm);
        put(environment, "NO_COLOR", noColor);
        put(environment, "TMUX", tmux);

        assertThat(ColorMode.detect(environment)).isEqualTo(expected);
    }

    @Test
    void a_colour_that_the_terminal_has_not_becomes_the_nearest() {
        assertThat(ColorMode.TRUE.foreground(ORANGE)).isEqualTo("38;2;255;135;0");
        assertThat(ColorMode.ANSI256.foreground(ORANGE)).isEqualTo("38;5;208");
        assertThat(ColorMode.ANSI16.foreground(new TextColor.RGB(250, 90, 80))).isEqualTo("91");
        assertThat(ColorMode.ANSI16.background(new TextColor.Indexed(21))).isEqualTo("44");
        assertThat(ColorMode.NONE.foreground(ORANGE)).isEqualTo("39");
    }

    @Test
    void greys_come_from_the_ramp() {
        assertThat(ColorMode.ANSI256.background(new TextColor.RGB(48, 48, 48))).isEqualTo("48;5;236");
        assertThat(ColorMode.ANSI256.foreground(new TextColor.RGB(0, 0, 0))).isEqualTo("38;5;16");
        assertThat(ColorMode.ANSI256.foreground(new TextColor.RGB(255, 255, 255)))
                .isEqualTo("38;5;231");
    }

    @Test
    void the_sixteen_are_sent_in_their_short_form_in_every_mode() {
        assertThat(ColorMode.ANSI16.foreground(TextColor.ANSI.CYAN)).isEqualTo("36");
        assertThat(ColorMode.TRUE.foreground(TextColor.ANSI.CYAN_BRIGHT)).isEqualTo("96");
        assertThat(ColorMode.TRUE.background(TextColor.ANSI.BLACK_BRIGHT)).isEqualTo("100");
        assertThat(ColorMode.TRUE.foreground(new TextColor.Indexed(6))).isEqualTo("36");
        assertThat(ColorMode.ANSI16.foreground(new TextColor.Indexed(9))).isEqualTo("91");
        assertThat(ColorMode.ANSI256.background(new TextColor.Indexed(15))).isEqualTo("107");
        assertThat(ColorMode.ANSI16.background(TextColor.ANSI.DEFAULT)).isEqualTo("49");
    }

    private static void put(Map<String, String> environment, String name, String value) {
        if (value != null) {
            environment.put(name, value);
        }
    }
}
