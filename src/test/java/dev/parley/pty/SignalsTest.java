package dev.parley.pty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RELIABILITY.md H1: a signal ends the program within two seconds, and the terminal is as it was. */
@Timeout(600)
class SignalsTest {
    @TempDir
    Path home;

    private final Ending ending = new Ending();

    @ParameterizedTest
    @Shows("R17")
    @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
    void a_signal_ends_it_with_its_code_and_the_terminal_as_it_was(String signal, String code) throws Exception {
        assumeFalse(Program.ignores(signal), "started by nohup or the like, which nobody under it can undo");
        GivenBack shell = open(Program.command());
        try (Terminal terminal = shell.terminal()) {
            terminal.awaitText("Type a message and press Enter");
            terminal.type("not sent");
            terminal.awaitText("> not sent");

            ending.after(terminal.childrenNow(), () -> Terminal.signal(signal, terminal.child()));
            terminal.awaitEnd();

            assertThat(shell.code()).isEqualTo(code);
            shell.check();
        }
        Figures.note(
                "R17",
                "SignalsTest." + signal,
                "SIG" + signal + ": code " + code + ", stty and screen as before, " + ending);
    }

    @Test
    @Shows("R17")
    void several_signals_in_a_row_end_it_as_one_of_them_does() throws Exception {
        GivenBack shell = open(Program.command());
        try (Terminal terminal = shell.terminal()) {
            terminal.awaitText("Type a message and press Enter");

            ending.after(terminal.childrenNow(), () -> {
                ProcessHandle jvm = terminal.child();
                Terminal.signal("TERM", jvm);
                for (String more : List.of("INT", "TERM", "HUP", "CONT", "INT")) {
                    Terminal.signal(more, jvm);
                }
            });
            terminal.awaitEnd();

            // The JVM takes those that wait at the same time by their numbers.
            assertThat(shell.code()).isIn("143", "130", "129");
            shell.check();
        }
    }

    /** Whatever it is doing at that moment: starting, setting the tty, drawing its first frame. */
    @Test
    @Shows("R17")
    void a_signal_at_any_moment_of_the_start_leaves_the_terminal_as_it_was() throws Exception {
        int turns = Dose.of(2, 100);
        SplittableRandom random = new SplittableRandom(17);
        for (int turn = 0; turn < turns; turn++) {
            GivenBack shell = open(quietJvm());
            try (Terminal terminal = shell.terminal()) {
                ProcessHandle jvm = terminal.awaitChild("java");
                int moment = turn == 0 ? 0 : random.nextInt(1_500);
                terminal.lookFor(moment);
                Terminal.signal("TERM", jvm);
                terminal.awaitEnd();

                shell.check();
                assertThat(shell.code()).as("after " + moment + " ms").isEqualTo("143");
            }
        }
        Figures.note(
                "R17", "SignalsTest.start", turns + " signals within 1.5 s of the start: stty and screen as before");
    }

    @Test
    @Shows({"R16", "R17"})
    void where_the_terminal_takes_nothing_it_ends_and_the_screen_comes_back_when_it_does() throws Exception {
        // A shell that stays, as people's do: with its end the kernel would hang up on whoever still says goodbye.
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\"; code=$?; read -r line; exit $code", "sh"));
        command.addAll(Program.command());
        GivenBack shell = open(command);
        try (Terminal terminal = shell.terminal()) {
            terminal.awaitText("online");
            terminal.fill();

            ProcessHandle jvm = terminal.child().children().findFirst().orElseThrow();
            ending.after(List.of(jvm), () -> Terminal.signal("TERM", jvm));
            terminal.readAgain();
            terminal.await("the screen as it was", screen -> !screen.alternateScreen());
            terminal.type("\r");
            terminal.awaitEnd();

            assertThat(shell.code()).isEqualTo("143");
            shell.check();
        }
        Figures.note("R17", "SignalsTest.full", "SIGTERM while the terminal takes nothing: " + ending);
    }

    /** A JVM that a signal meets before it is up says so with a trace of its own: not on this screen. */
    private static List<String> quietJvm() {
        List<String> command = Program.command();
        command.add(1, "-XX:+DisplayVMOutputToStderr");
        command.addAll(0, List.of("sh", "-c", "exec \"$@\" 2>stderr", "sh"));
        return command;
    }

    private GivenBack open(List<String> command) throws Exception {
        return GivenBack.under(80, 24, home, Program.environment(home), command);
    }
}
