package dev.parley.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Runs the few small programs that a tty needs. They inherit nothing of the environment but PATH: it may hold tokens. */
final class Children {
    private static final File TTY = new File("/dev/tty");

    private Children() {}

    /**
     * Runs a shell script on the terminal.
     *
     * @param seconds it may take at most
     * @param arguments are {@code $1} and on
     * @return what it wrote, by line
     * @throws IOException if there is no terminal, or the script fails or takes too long
     */
    static List<String> onTty(int seconds, String script, String... arguments) throws IOException {
        Process process = start(script, arguments);
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the terminal does not answer stty");
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            if (process.exitValue() != 0) {
                throw new IOException("stty failed: there is no terminal that it can set");
            }
            return output.lines().map(String::strip).toList();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while setting the terminal", e);
        }
    }

    /** Starts a shell script on the terminal; what it says on stderr goes nowhere. */
    static Process start(String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
        command.addAll(List.of(arguments));
        return dev.parley.host.Children.of(command, Set.of())
                .redirectInput(TTY)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
