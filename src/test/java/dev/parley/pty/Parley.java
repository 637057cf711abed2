package dev.parley.pty;

import dev.parley.terminal.Emulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The real program on a terminal, started as {@code java dev.parley.cli.Main} (no run.sh, so that it is the terminal's own
 * process): for tests that kill it, and for measuring. One test's thread.
 */
final class Parley implements AutoCloseable {

    private final Terminal terminal;

    private Parley(Terminal terminal) {
        this.terminal = terminal;
    }

    /** How it shall start. */
    static final class Setup {
        private final Path home;
        private final Map<String, String> environment;
        private final List<String> arguments = new ArrayList<>();
        private int columns = 100;
        private int rows = 30;

        private Setup(Path home) {
            this.home = home;
            this.environment = Program.environment(home);
        }

        /** E.g. the URL of a sandbox that runs in the test. */
        Setup server(String url) {
            return with("--server", url);
        }

        Setup with(String... more) {
            arguments.addAll(List.of(more));
            return this;
        }

        Setup environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        Setup size(int columns, int rows) {
            this.columns = columns;
            this.rows = rows;
            return this;
        }

        /** Returns when keys are taken: what is typed then is not lost, whether it is online or not. */
        Parley start() throws IOException, InterruptedException {
            Parley started = new Parley(
                    Terminal.open(columns, rows, home, environment, Program.command(arguments.toArray(String[]::new))));
            started.await("the first frame", screen -> screen.modes().contains(2004) && screen.shows("\n >"));
            return started;
        }
    }

    /** With nothing else said: on the embedded sandbox. {@code home} is its HOME, where everything it keeps lives. */
    static Setup at(Path home) {
        return new Setup(home);
    }

    Terminal terminal() {
        return terminal;
    }

    /** Raw: text, {@code "\r"} for Enter, {@code "\003"} for Ctrl-C. */
    Parley type(String raw) throws IOException {
        terminal.type(raw);
        return this;
    }

    /** Waits for cells; see {@link Terminal#seenNanos}. */
    Parley await(String what, Predicate<Emulator> there) throws InterruptedException {
        terminal.await(what, there);
        return this;
    }

    Parley awaitText(String text) throws InterruptedException {
        terminal.awaitText(text);
        return this;
    }

    /** Waits until the status says so. */
    Parley online() throws InterruptedException {
        return await("online", screen -> screen.line(0).contains("online"));
    }

    /** Types a text into the empty input and waits until it stands there; nanoseconds from the key to the cells. */
    long echo(String text) throws IOException, InterruptedException {
        long before = System.nanoTime();
        type(text).await("> " + text, screen -> screen.shows("> " + text));
        return terminal.seenNanos() - before;
    }

    /** As if the host had lost its power, for this process; the terminal stays as it was. */
    void kill9() throws InterruptedException {
        terminal.program().destroyForcibly();
        terminal.awaitEnd();
    }

    /** Ctrl-C twice; the exit code. */
    int quit() throws IOException, InterruptedException {
        type(Terminal.CTRL_C + Terminal.CTRL_C);
        return terminal.awaitEnd();
    }

    @Override
    public void close() {
        terminal.close();
    }
}
