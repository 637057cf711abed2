package dev.parley.scorecard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a test measured or counted for a line of the scorecard, in one sentence; the last one said counts. */
public final class Figures {
    private static final Path FOLDER = Path.of("target", "scorecard");

    private Figures() {}

    /**
     * @param line e.g. {@code R7}
     * @param test the simple name of the test's class, so that several may speak for one line
     * @param figure e.g. {@code 500 turns, 0 lost, 0 doubled}
     */
    public static void note(String line, String test, String figure) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    FOLDER.resolve(line + "." + test + (Dose.isFull() ? ".full" : ".small")),
                    figure + "\n",
                    StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
