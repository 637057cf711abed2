package dev.parley.pty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.terminal.Emulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stopped and continued, by the person, by the shell and by anybody else; under run.sh, as it is used. */
@Timeout(900)
class SuspendTest {
    @TempDir
    Path home;

    private Map<String, String> environment;

    @BeforeEach
    void build() throws Exception {
        environment = Program.environment(home);
        environment.remove("CLASSPATH");
        House.in(home.resolve("house"));
    }

    /** Nobody waits for the prompt: fg is typed as soon as the shell says that it stopped. */
    @Test
    @Shows("R24")
    void fg_at_once_brings_it_back_every_time() throws Exception {
        int turns = Dose.of(4, 100);
        try (Terminal terminal = bash()) {
            terminal.type("house/run.sh\r");
            terminal.awaitText("Type a message and press Enter");
            terminal.type("kept");
            terminal.awaitText("> kept");
            for (int turn = 1; turn <= turns; turn++) {
                terminal.type(Terminal.CTRL_Z);
                terminal.await("Stopped, turn " + turn, SuspendTest::hasStopped);
                terminal.type("fg\r");
                terminal.await("the screen, turn " + turn, SuspendTest::isBack);
            }

            terminal.type(Terminal.CTRL_C + Terminal.CTRL_C);
            terminal.await("the shell", screen -> !screen.alternateScreen());
        }
        Figures.note(
                "R24", "SuspendTest.fg", turns + " times fg at once after Ctrl-Z: the screen and the text are back");
    }

    @Test
    @Shows("R24")
    void in_the_background_it_waits_and_fg_brings_it_back() throws Exception {
        try (Terminal terminal = bash()) {
            terminal.type("house/run.sh\r");
            terminal.awaitText("Type a message and press Enter");
            terminal.type("kept");
            terminal.awaitText("> kept");
            terminal.type(Terminal.CTRL_Z);
            terminal.await("Stopped", SuspendTest::hasStopped);

            terminal.type("bg; echo in the background\r");
            terminal.await(
                    "bg",
                    screen -> screen.lines().stream()
                            .anyMatch(line -> line.endsWith("in the background") && !line.contains("echo")));
            terminal.type("fg\r");

            terminal.await("the screen", SuspendTest::isBack);
            terminal.type("!");
            terminal.awaitText("> kept!");
        }
    }

    @Test
    @Shows({"R17", "R24"})
    void stopped_from_outside_it_draws_everything_again_and_a_signal_ends_it() throws Exception {
        try (Terminal terminal = bash()) {
            terminal.type("stty -g >before; house/run.sh; stty -g >after; echo code=$?\r");
            terminal.awaitText("online");
            terminal.type("kept");
            terminal.awaitText("> kept");
            ProcessHandle script = terminal.child();
            ProcessHandle jvm = script.children().findFirst().orElseThrow();
            Terminal.signal("STOP", jvm);
            if (Dose.isFull()) {
                TimeUnit.SECONDS.sleep(90);
            }
            terminal.screen().scribble();
            Terminal.signal("CONT", jvm);
            terminal.await("the screen", SuspendTest::isBack);
            terminal.awaitText("online");
            terminal.type("!");
            terminal.awaitText("> kept!");

            // As kill %1 does it.
            Terminal.signal("STOP", jvm);
            Terminal.signal("TERM", jvm);
            Terminal.signal("CONT", jvm);
            terminal.awaitText("code=0");

            assertThat(home.resolve("after")).hasSameTextualContentAs(home.resolve("before"));
            assertThat(terminal.screen().alternateScreen()).isFalse();
        }
        Figures.note(
                "R24",
                "SuspendTest.STOP",
                "SIGSTOP" + (Dose.isFull() ? " for 90 s" : "")
                        + ", SIGCONT: the screen is drawn anew, the text is kept");
    }

    private static boolean hasStopped(Emulator screen) {
        return !screen.alternateScreen()
                        && screen.line(Math.max(0, screen.cursorRow() - 1)).contains("Stopped")
                || !screen.alternateScreen() && screen.line(screen.cursorRow()).contains("Stopped");
    }

    private static boolean isBack(Emulator screen) {
        return screen.alternateScreen() && screen.shows("> kept") && screen.shows("Type a message and press Enter");
    }

    private Terminal bash() throws Exception {
        return Terminal.open(100, 24, home, environment, List.of("bash", "--norc", "--noprofile", "--noediting", "-i"));
    }
}
