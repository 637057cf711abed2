package dev.parley.pty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sees who starts the program, uses it and leaves it. */
@Timeout(120)
class ScreenTest {
    /** Keeps what stty says before and after; the exit code between. */
    private static final String ASK_STTY =
            "stty -ixany erase ^H intr ^G; echo shell; stty -g >before; \"$@\"; " + "echo $? >code; stty -g >after";

    @TempDir
    Path home;

    @Test
    void a_person_talks_with_ada_and_leaves_the_terminal_as_it_was() throws Exception {
        try (Terminal terminal = underSh(120, 30)) {
            terminal.awaitText("Type a message and press Enter");
            terminal.type("hello\r");
            terminal.awaitText("You said: hello");
            terminal.awaitText("✓✓");

            terminal.type(Terminal.CTRL_C + Terminal.CTRL_C);
            terminal.awaitEnd();

            assertThat(said("code")).isEqualTo("0");
            assertGivenBack(terminal);
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
    void a_signal_ends_it_with_its_code_and_the_terminal_as_it_was(String signal, String code) throws Exception {
        assumeFalse(Program.ignores(signal), "started by nohup or the like, which nobody under it can undo");
        try (Terminal terminal = underSh(80, 24)) {
            terminal.awaitText("Type a message and press Enter");
            terminal.type("not sent");
            terminal.awaitText("> not sent");

            kill(signal, terminal.child());
            terminal.awaitEnd();

            assertThat(said("code")).isEqualTo(code);
            assertGivenBack(terminal);
        }
    }

    @ParameterizedTest
    @CsvSource({"exec \"$@\"", "trap '' HUP; exec \"$@\""})
    void when_the_line_drops_it_is_gone(String start) throws Exception {
        try (Terminal terminal = open(80, 24, "sh", "-c", start)) {
            terminal.awaitText("Type a message and press Enter");

            int code = terminal.hangUp();

            assertThat(code).isEqualTo(129);
        }
    }

    @Test
    void what_is_typed_outlives_a_storm_of_sizes() throws Exception {
        SplittableRandom random = new SplittableRandom(22);
        try (Terminal terminal = open(80, 24, "sh", "-c", "exec \"$@\"")) {
            terminal.awaitText("Type a message and press Enter");
            terminal.type("still here");
            terminal.awaitText("> still here");

            for (int i = 0; i < 300; i++) {
                terminal.resize(random.nextInt(1, 240), random.nextInt(1, 70));
            }
            terminal.resize(1, 1);
            terminal.resize(100, 20);

            terminal.await(
                    "the whole screen",
                    screen -> screen.line(18).equals(" > still here")
                            && screen.line(19).startsWith(" Enter send")
                            && screen.line(0).contains("SANDBOX"));
            terminal.type("!");
            terminal.awaitText("> still here!");
        }
    }

    @Test
    void a_typed_character_costs_at_most_eight_bytes() throws Exception {
        try (Terminal terminal = open(200, 50, "sh", "-c", "exec \"$@\"")) {
            terminal.awaitText("online");
            terminal.awaitText("token");
            String typed = " > ";
            List<Long> costs = new ArrayList<>();
            for (char c : "the quick brown fox".toCharArray()) {
                long before = terminal.screen().bytes();
                typed += c;
                String line = typed.stripTrailing();
                int column = typed.length();
                terminal.type(String.valueOf(c));
                terminal.await(typed, screen -> screen.line(48).equals(line) && screen.cursorColumn() == column);
                costs.add(terminal.screen().bytes() - before);
            }

            // Not the sum: a heartbeat between two keys may change row 1.
            assertThat(costs).filteredOn(cost -> cost > 8).hasSizeLessThanOrEqualTo(1);
        }
    }

    private Terminal underSh(int columns, int rows) throws Exception {
        return open(columns, rows, "sh", "-c", ASK_STTY);
    }

    private Terminal open(int columns, int rows, String... shell) throws Exception {
        List<String> command = new ArrayList<>(List.of(shell));
        command.add("sh");
        command.addAll(Program.command());
        return Terminal.open(columns, rows, home, Program.environment(home), command);
    }

    private static void kill(String signal, ProcessHandle process) throws Exception {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private void assertGivenBack(Terminal terminal) throws Exception {
        assertThat(said("after")).isEqualTo(said("before")).contains(":");
        assertThat(terminal.screen().alternateScreen()).isFalse();
        assertThat(terminal.screen().cursorVisible()).isTrue();
        assertThat(terminal.screen().modes()).contains(7, 25).doesNotContain(1004, 2004, 2026);
        assertThat(terminal.screen().line(0)).isEqualTo("shell");
    }

    private String said(String file) throws Exception {
        return Files.readString(home.resolve(file)).strip();
    }
}
