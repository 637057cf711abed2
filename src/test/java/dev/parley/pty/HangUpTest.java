package dev.parley.pty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY.md H9 and H10: a terminal that is gone takes everything of ours with it, whoever ignores what. */
@Timeout(300)
class HangUpTest {
    private static final String IGNORING = "trap '' HUP; ";

    @TempDir
    Path home;

    private final Ending ending = new Ending();

    @ParameterizedTest
    @Shows("R18")
    @CsvSource({"''", "\"trap '' HUP; \""})
    void when_the_line_drops_it_is_gone(String first) throws Exception {
        List<String> command =
                new java.util.ArrayList<>(List.of("sh", "-c", first.replace("\"", "") + "exec \"$@\"", "sh"));
        command.addAll(Program.command());
        try (Terminal terminal = Terminal.open(80, 24, home, Program.environment(home), command)) {
            terminal.awaitText("Type a message and press Enter");

            ending.after(terminal.all(), terminal::cut);
            int code = terminal.awaitExit();

            assertThat(code).isEqualTo(129);
        }
        Figures.note(
                "R18",
                "HangUpTest." + (first.length() > 2),
                "line cut" + (first.length() > 2 ? ", HUP ignored" : "") + ": code 129, " + ending);
    }

    /** run.sh and the JVM: who waits for whom must not matter. */
    @Test
    @Shows("R18")
    void when_the_line_drops_run_sh_is_gone_too_where_hup_is_ignored() throws Exception {
        Path script = House.in(home.resolve("house"));
        Map<String, String> environment = Program.environment(home);
        environment.remove("CLASSPATH");
        List<String> command = List.of("bash", "-c", IGNORING + "'" + script + "'; echo $? >code");
        try (Terminal terminal = Terminal.open(80, 24, home, environment, command)) {
            terminal.awaitText("Type a message and press Enter");

            ending.after(terminal.all(), terminal::cut);

            assertThat(home.resolve("code")).hasContent("129");
        }
        Figures.note("R18", "HangUpTest.run.sh", "line cut under run.sh, HUP ignored: code 129, " + ending);
    }

    @ParameterizedTest
    @Shows("R18")
    @ValueSource(strings = {"", "trap '' HUP; "})
    void when_tmux_is_killed_nothing_is_left(String first) throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(Dose.isFull() && Files.isExecutable(Path.of("/usr/bin/tmux")));
        Path script = House.in(home.resolve("house"));
        Map<String, String> environment = Program.environment(home);
        environment.remove("CLASSPATH");
        Tmux tmux = new Tmux(home.resolve("socket"), environment);
        tmux.run(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                "100",
                "-y",
                "30",
                "sh",
                "-c",
                first + "'" + script + "'");
        tmux.awaitText("Type a message and press Enter");
        List<ProcessHandle> programs = tmux.programs();

        ending.after(programs, () -> tmux.run("kill-server"));

        assertThat(programs).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        Figures.note(
                "R18",
                "HangUpTest.tmux." + first.length(),
                "tmux killed" + (first.isEmpty() ? "" : ", HUP ignored") + ": " + programs.size() + " processes, "
                        + ending);
    }
}
