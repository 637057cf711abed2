package dev.parley.host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A small program that is told something on its standard input, where nobody else can read it. Blocking. */
@FunctionalInterface
public interface Fed {
    /** As the system does it. */
    Fed BY_CHILD = Fed::child;

    /**
     * Runs it to its end.
     *
     * @param inherited names of variables that it needs besides PATH
     * @param seconds it may take at most; then it is ended
     * @return whether it ended well
     */
    boolean run(List<String> command, Set<String> inherited, String input, int seconds)
            throws IOException, InterruptedException;

    private static boolean child(List<String> command, Set<String> inherited, String input, int seconds)
            throws IOException, InterruptedException {
        Process process = Children.of(command, inherited)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS).execute(process::destroyForcibly);
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unread) {
            // It has ended, or does not care; how it ended says the rest.
        }
        return process.waitFor() == 0;
    }
}
