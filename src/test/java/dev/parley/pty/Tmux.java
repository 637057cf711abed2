package dev.parley.pty;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A tmux server of the test's own, for the full dose, where there is tmux. */
final class Tmux {
    private static final long AGAIN_MILLIS = 50;

    private final Path socket;
    private final Map<String, String> environment;

    Tmux(Path socket, Map<String, String> environment) {
        this.socket = socket;
        this.environment = environment;
    }

    /** What the command says. */
    String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tmux", "-u", "-S", socket.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** The pane's text. */
    String screen() throws IOException, InterruptedException {
        return run("capture-pane", "-p");
    }

    /** tmux tells nobody when a pane changes: asks again and again. */
    void awaitText(String text) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.PATIENCE_SECONDS);
        String shown = screen();
        while (!shown.contains(text)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not seen in time: " + text + "\n" + shown);
            }
            TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
            shown = screen();
        }
    }

    /** What runs in the pane. */
    List<ProcessHandle> programs() throws IOException, InterruptedException {
        long pane = Long.parseLong(run("display-message", "-p", "#{pane_pid}").strip());
        return ProcessHandle.of(pane)
                .map(first ->
                        Stream.concat(Stream.of(first), first.descendants()).toList())
                .orElse(List.of());
    }
}
