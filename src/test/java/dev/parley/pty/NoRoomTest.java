package dev.parley.pty;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real program with no place to write to: it runs all the same. The full dose has real file systems, of its own. */
@Timeout(120)
class NoRoomTest {
    @TempDir
    Path home;

    @Test
    void without_a_home_it_runs() throws Exception {
        Map<String, String> environment = Program.environment(home);
        environment.remove("HOME");

        converse(environment, Program.command());
    }

    @Shows("R21")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mount -t tmpfs -o ro none \"$HOME\"",
                "mount -t tmpfs -o size=64k none \"$HOME\"; dd if=/dev/zero of=\"$HOME/fill\" bs=1k 2>/dev/null"
            })
    void on_a_read_only_or_full_file_system_it_runs(String mount) throws Exception {
        assumeTrue(Dose.isFull() && canMount(), "the full dose, where namespaces may be made");
        List<String> command =
                new ArrayList<>(List.of("unshare", "-rm", "/bin/sh", "-c", mount + "; exec \"$@\"", "sh"));
        command.addAll(Program.command());

        converse(Program.environment(home), command);

        Figures.note("R21", "NoRoomTest", "a read-only and a full home: the program starts, sends and is answered.");
    }

    private void converse(Map<String, String> environment, List<String> command) throws Exception {
        try (Terminal terminal = Terminal.open(120, 30, home, environment, command)) {
            terminal.awaitText("online");
            terminal.type("help\r");
            terminal.awaitText("hand over");
            terminal.type(Terminal.CTRL_C + Terminal.CTRL_C);
            terminal.awaitEnd();
        }
    }

    private static boolean canMount() throws Exception {
        return new ProcessBuilder("unshare", "-rm", "true").start().waitFor() == 0;
    }
}
