package dev.parley.pty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** run.sh as the parent of the JVM: job control, signals, status, and the terminal when the JVM cannot give it back. */
@Timeout(120)
class RunShTest {
    @TempDir
    Path home;

    private Map<String, String> environment;

    @BeforeEach
    void build() throws Exception {
        environment = Program.environment(home);
        environment.remove("CLASSPATH");
        House.in(home.resolve("a house"));
    }

    @Test
    void fg_brings_back_what_ctrl_z_put_away() throws Exception {
        try (Terminal terminal = bash()) {
            terminal.type("a\\ house/run.sh; echo code=$?\r");
            terminal.awaitText("Type a message and press Enter");
            terminal.type("half a");
            terminal.awaitText("> half a");
            terminal.type(Terminal.CTRL_Z);
            awaitPromptAfter("Stopped", terminal);
            assertThat(terminal.screen().alternateScreen()).isFalse();

            terminal.type("fg\r");
            terminal.awaitText("> half a");
            terminal.type(" thought");

            terminal.awaitText("> half a thought");
            terminal.type(Terminal.CTRL_C + Terminal.CTRL_C);
            terminal.await("the shell", screen -> !screen.alternateScreen());
        }
    }

    @Test
    void sigterm_ends_it_while_it_is_stopped() throws Exception {
        try (Terminal terminal = bash()) {
            terminal.type("a\\ house/run.sh\r");
            terminal.awaitText("Type a message and press Enter");
            ProcessHandle script = terminal.child();
            terminal.type(Terminal.CTRL_Z);
            awaitPromptAfter("Stopped", terminal);

            terminal.type("kill %1\r");
            script.onExit().get(Program.PATIENCE_SECONDS, TimeUnit.SECONDS);
            terminal.type("\r");

            terminal.awaitText("Exit 143");
            assertThat(terminal.screen().alternateScreen()).isFalse();
        }
    }

    @Test
    void where_the_jvm_is_killed_run_sh_gives_the_terminal_back_and_says_so() throws Exception {
        String script = "stty -g >before; a\\ house/run.sh; echo $? >code; stty -g >after";
        try (Terminal terminal = Terminal.open(120, 24, home, environment, List.of("bash", "-c", script))) {
            terminal.awaitText("Type a message and press Enter");
            ProcessHandle jvm = terminal.child().children().findFirst().orElseThrow();

            jvm.destroyForcibly();
            terminal.awaitEnd();

            assertThat(Files.readString(home.resolve("code"))).isEqualTo("137\n");
            assertThat(home.resolve("after")).hasSameTextualContentAs(home.resolve("before"));
            assertThat(terminal.screen().alternateScreen()).isFalse();
            assertThat(terminal.screen().cursorVisible()).isTrue();
            assertThat(terminal.screen().modes()).contains(7).doesNotContain(1004, 2004, 2026);
            assertThat(terminal.screen().lines().stream().filter(line -> !line.isEmpty()))
                    .containsExactly("parley: Parley was stopped by signal 9; the terminal has been put back.");
        }
    }

    @Test
    void through_a_link_the_sandbox_gets_its_arguments_and_signals_and_gives_its_status() throws Exception {
        Path link = Files.createSymbolicLink(home.resolve("parley"), Path.of("a house/run.sh"));
        environment.put("LC_ALL", "C");
        Process script = Program.start(
                environment, List.of(link.toString(), "sandbox", "--agent", "Jörg Ødegård", "--log-level", "debug"));
        try (BufferedReader out = script.inputReader(java.nio.charset.StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).matches("parley sandbox ready http://127\\.0\\.0\\.1:[0-9]+ account 10000001");

            script.destroy();

            assertThat(script.waitFor(Program.PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
            assertThat(script.exitValue()).isZero();
        } finally {
            script.destroyForcibly();
        }
    }

    @Test
    @Shows("S6")
    void its_own_helpers_hear_nothing_of_an_account() throws Exception {
        Path spy = Files.createDirectory(home.resolve("bin")).resolve("stty");
        Files.writeString(spy, "#!/bin/sh\nenv >>'" + home.resolve("spied") + "'\nexec /bin/stty \"$@\"\n");
        Files.setPosixFilePermissions(spy, PosixFilePermissions.fromString("rwx------"));
        environment.put("PATH", spy.getParent() + ":" + environment.get("PATH"));
        environment.put("LP_ACCOUNT", "12345678");
        environment.put("LP_JWT", "eyJ.canary");
        try (Terminal terminal =
                Terminal.open(120, 24, home, environment, List.of("bash", "-c", "a\\ house/run.sh; echo $? >code"))) {
            terminal.awaitEnd();

            // The JVM heard of it, and refused it.
            assertThat(home.resolve("code")).hasContent("3");
            assertThat(home.resolve("spied")).content().contains("PATH=").doesNotContain("canary", "LP_");
        }
        Figures.note("S6", "RunShTest", "0 hits in the environment of run.sh's own helpers");
    }

    /** No HOME, no state: what can be seen and typed is there all the same. */
    @Test
    void without_a_home_and_in_a_locale_without_utf8_it_runs_in_plain_ascii() throws Exception {
        environment.remove("HOME");
        environment.put("LC_ALL", "POSIX");
        try (Terminal terminal = Terminal.open(
                120,
                24,
                home,
                environment,
                List.of(home.resolve("a house/run.sh").toString()))) {
            terminal.awaitText("Type a message and press Enter");
            terminal.type("h\u00E9llo \u6F22\r");
            terminal.awaitText("You said: h?llo ?");

            assertThat(terminal.screen().screen()).matches("(?s)[\\x00-\\x7F]*");
            terminal.type(Terminal.CTRL_C + Terminal.CTRL_C);
            assertThat(terminal.awaitEnd()).isZero();
        }
    }

    @Test
    void the_folder_for_crash_reports_is_there_before_there_is_a_crash() throws Exception {
        try (Terminal terminal = Terminal.open(
                120,
                24,
                home,
                environment,
                List.of(home.resolve("a house/run.sh").toString()))) {
            terminal.awaitText("Type a message and press Enter");
            ProcessHandle jvm = terminal.child();

            Terminal.signal("SEGV", jvm);
            terminal.awaitEnd();

            Path report = home.resolve(".local/state/parley/log/crash-" + jvm.pid() + ".log");
            assertThat(report).isNotEmptyFile();
            assertThat(terminal.screen().screen().replace("\n", ""))
                    .contains("Parley crashed; the terminal has been put back; " + report + " says why.");
            assertThat(Files.getPosixFilePermissions(report.getParent())).hasSize(3);
        }
    }

    /** What is typed before the prompt may meet the terminal between two settings: a person waits for it too. */
    private static void awaitPromptAfter(String word, Terminal terminal) throws Exception {
        terminal.await("a prompt after " + word, screen -> {
            int row = screen.cursorRow();
            return row > 0
                    && screen.line(row).startsWith("bash-")
                    && screen.lines().subList(0, row).stream().anyMatch(line -> line.contains(word));
        });
    }

    private Terminal bash() throws Exception {
        return Terminal.open(100, 24, home, environment, List.of("bash", "--norc", "--noprofile", "--noediting", "-i"));
    }
}
