package dev.parley.pty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who starts the program, uses it and leaves it. */
@Timeout(120)
class ScreenTest {
    @TempDir
    Path home;

    @Test
    void a_person_talks_with_ada_and_leaves_the_terminal_as_it_was() throws Exception {
        GivenBack shell = GivenBack.under(120, 30, home, Program.environment(home), Program.command());
        try (Terminal terminal = shell.terminal()) {
            terminal.awaitText("Type a message and press Enter");
            terminal.type("hello\r");
            terminal.awaitText("You said: hello");
            terminal.awaitText("✓✓");

            terminal.type(Terminal.CTRL_C + Terminal.CTRL_C);
            terminal.awaitEnd();

            assertThat(shell.code()).isEqualTo("0");
            shell.check();
        }
    }

    @Test
    @Shows("R20")
    void what_is_typed_outlives_a_storm_of_sizes() throws Exception {
        int sizes = Dose.of(300, 1_000);
        SplittableRandom random = new SplittableRandom(22);
        try (Terminal terminal = open(80, 24, "sh", "-c", "exec \"$@\"")) {
            terminal.awaitText("Type a message and press Enter");
            terminal.type("still here");
            terminal.awaitText("> still here");

            for (int i = 0; i < sizes; i++) {
                terminal.resize(random.nextInt(1, 240), random.nextInt(1, 70));
            }
            for (int[] odd : new int[][] {{0, 0}, {1, 1}, {500, 200}, {2, 1}, {19, 5}, {65_535, 65_535}}) {
                terminal.resize(odd[0], odd[1]);
            }
            terminal.resize(19, 4);
            terminal.awaitText("too small");
            terminal.resize(100, 20);

            terminal.await(
                    "the whole screen",
                    screen -> screen.line(18).equals(" > still here")
                            && screen.line(19).startsWith(" Enter send")
                            && screen.line(0).contains("SANDBOX"));
            terminal.type("!");
            terminal.awaitText("> still here!");
        }
        Figures.note(
                "R20",
                "ScreenTest",
                sizes + " random sizes by TIOCSWINSZ, 0x0 and 65535x65535: the same text in the input");
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

    private Terminal open(int columns, int rows, String... shell) throws Exception {
        List<String> command = new ArrayList<>(List.of(shell));
        command.add("sh");
        command.addAll(Program.command());
        return Terminal.open(columns, rows, home, Program.environment(home), command);
    }
}
