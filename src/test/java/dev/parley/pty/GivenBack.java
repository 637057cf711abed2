package dev.parley.pty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A shell that says what stty says before and after a program, so that a test can ask whether the terminal was given back.
 * It sets some of its own first, which nobody's defaults are.
 */
final class GivenBack {
    private static final String ASK =
            "stty -ixany erase ^H intr ^G; echo shell; stty -g >before; \"$@\"; echo $? >code; stty -g >after";

    private final Path folder;
    private final Terminal terminal;

    private GivenBack(Path folder, Terminal terminal) {
        this.folder = folder;
        this.terminal = terminal;
    }

    /** Starts {@code command} under it; {@code folder} is the working folder. */
    static GivenBack under(int columns, int rows, Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("sh", "-c", ASK, "sh"));
        all.addAll(command);
        Terminal terminal = Terminal.open(columns, rows, folder, environment, all);
        // A program that ends at once takes with it what of this had not been read yet.
        terminal.awaitText("shell");
        return new GivenBack(folder, terminal);
    }

    Terminal terminal() {
        return terminal;
    }

    /** The program's exit code, once the shell has ended. */
    String code() throws IOException {
        return said("code");
    }

    void check() throws IOException {
        assertThat(said("after")).isEqualTo(said("before")).contains(":");
        assertThat(terminal.screen().alternateScreen()).isFalse();
        assertThat(terminal.screen().cursorVisible()).isTrue();
        assertThat(terminal.screen().modes()).contains(7, 25).doesNotContain(1004, 2004, 2026);
        assertThat(terminal.screen().line(0)).isEqualTo("shell");
    }

    private String said(String file) throws IOException {
        return Files.readString(folder.resolve(file)).strip();
    }
}
