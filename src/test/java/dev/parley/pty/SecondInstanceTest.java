package dev.parley.pty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two real programs on one state. */
@Timeout(180)
class SecondInstanceTest {
    @TempDir
    Path home;

    @Shows("R23")
    @Test
    void a_second_one_is_75_or_only_looks_and_can_hold_the_state_as_soon_as_the_first_is_killed() throws Exception {
        Map<String, String> environment = Program.environment(home);
        try (Terminal first = Terminal.open(120, 30, home, environment, Program.command())) {
            first.awaitText("online");
            first.type("help\r");
            first.awaitText("hand over");

            Program.Ended refused = Program.run(environment, Program.command());
            assertThat(refused.code()).isEqualTo(75);
            assertThat(refused.said())
                    .contains("in use by process " + first.pid() + " on ", " since ", "--read-only", "--profile NAME");

            try (Terminal looking = Terminal.open(120, 30, home, environment, Program.command("--read-only"))) {
                looking.awaitText("hand over");
                looking.type(Terminal.CTRL_C + Terminal.CTRL_C);
                assertThat(looking.awaitEnd()).isZero();
            }

            Path file = home.resolve("talk");
            Program.Ended exported = Program.run(environment, Program.command("export", "-o", file.toString()));
            assertThat(exported.said()).isEmpty();
            assertThat(exported.code()).isZero();
            assertThat(file).content().startsWith("# Parley transcript").contains("you: help", "Ada (bot): ");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");

            ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
            first.awaitEnd();
        }
        try (Terminal next = Terminal.open(120, 30, home, environment, Program.command())) {
            next.awaitText("hand over");
        }
        Figures.note(
                "R23",
                "SecondInstanceTest",
                "two real programs: 75 with who, where and since when; history read with --read-only and by export; the"
                        + " state free after kill -9.");
    }
}
