package dev.parley.pty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.terminal.Emulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left to do where the program could not give the terminal back itself, and who does it. */
@Timeout(300)
class RepairTest {
    @TempDir
    Path home;

    private Map<String, String> environment;
    private Path script;

    @BeforeEach
    void build() throws Exception {
        environment = Program.environment(home);
        environment.remove("CLASSPATH");
        script = House.in(home.resolve("house"));
    }

    @Test
    @Shows("R19")
    void where_everything_is_killed_the_one_line_of_the_manual_repairs_the_terminal() throws Exception {
        try (Terminal terminal = bash()) {
            terminal.type("stty -g >before; house/run.sh\r");
            terminal.awaitText("Type a message and press Enter");
            ProcessHandle runSh = terminal.child();
            List<ProcessHandle> jvm = runSh.children().toList();

            runSh.destroyForcibly();
            jvm.forEach(ProcessHandle::destroyForcibly);
            // A person waits for the prompt, too: before it the shell still sets the terminal.
            terminal.await(
                    "a prompt after Killed",
                    screen -> screen.shows("Killed")
                            && screen.line(screen.cursorRow()).startsWith("bash-"));
            // Ctrl-J: where the terminal is still raw, Enter says nothing to the shell.
            terminal.type(manual() + "\n");
            terminal.await("the main screen", screen -> !screen.alternateScreen() && screen.cursorVisible());
            terminal.type("stty -g >after; echo done\r");
            terminal.await("the shell", RepairTest::saysDone);

            assertThat(home.resolve("after")).isNotEmptyFile();
            assertThat(Files.readString(home.resolve("after"))).isEqualTo(sane());
            assertThat(terminal.screen().modes()).contains(7, 25).doesNotContain(1004, 2004);
        }
        Figures.note(
                "R19",
                "RepairTest.manual",
                "kill -9 of JVM and run.sh: one line of the manual brings the terminal back");
    }

    @Test
    @Shows("R19")
    void where_run_sh_alone_is_killed_the_program_leaves_and_takes_its_screen_away() throws Exception {
        try (Terminal terminal = bash()) {
            terminal.type("house/run.sh\r");
            terminal.awaitText("Type a message and press Enter");
            ProcessHandle runSh = terminal.child();
            ProcessHandle jvm = runSh.children().findFirst().orElseThrow();

            runSh.destroyForcibly();
            terminal.await("the main screen", screen -> !screen.alternateScreen() && screen.cursorVisible());
            // Until it has ended, a line may still be read by it.
            jvm.onExit().get(Program.PATIENCE_SECONDS, TimeUnit.SECONDS);
            terminal.type("echo do''ne\r");

            terminal.await("the shell", RepairTest::saysDone);
        }
    }

    @Test
    @Shows("R19")
    void out_of_memory_is_said_after_the_terminal_was_put_back_and_the_next_start_works() throws Exception {
        Files.writeString(
                script,
                Files.readString(script).replaceAll("-Xms[0-9]+m -XX:NewSize=[0-9]+m -Xmx256m", "-Xms16m -Xmx24m"));
        GivenBack shell = GivenBack.under(120, 24, home, environment, List.of(script.toString()));
        try (Terminal terminal = shell.terminal()) {
            terminal.awaitText("Type a message and press Enter");

            ProcessHandle runSh = terminal.child();
            terminal.pasteWhile(runSh.children().findFirst().orElseThrow());
            terminal.awaitEnd();

            assertThat(shell.code()).isEqualTo("1");
            shell.check();
            assertThat(terminal.screen().lines())
                    .anyMatch(line ->
                            line.startsWith("parley: Parley ran out of memory and was stopped; the terminal has"));
        }
        try (Terminal again = Terminal.open(120, 24, home, environment, List.of(script.toString()))) {
            again.awaitText("Type a message and press Enter");
            again.type("works");
            again.awaitText("> works");
        }
    }

    /** The command that README's table names for a terminal that was left in a mess. */
    private static String manual() throws Exception {
        Matcher row = Pattern.compile("(?m)^\\| the terminal was left in a mess.*?\\| `([^`]+)` \\|$")
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    /** What stty sane makes of a fresh terminal. */
    private String sane() throws Exception {
        try (Terminal fresh =
                Terminal.open(100, 24, home, environment, List.of("sh", "-c", "stty sane; stty -g >sane"))) {
            fresh.awaitEnd();
            return Files.readString(home.resolve("sane"));
        }
    }

    private Terminal bash() throws Exception {
        return Terminal.open(100, 24, home, environment, List.of("bash", "--norc", "--noprofile", "--noediting", "-i"));
    }

    /** Alone on its line, but for a prompt that came before it because we typed ahead. */
    private static boolean saysDone(Emulator screen) {
        return screen.lines().stream().anyMatch(line -> line.matches("(bash-\\S+# )?done"));
    }
}
