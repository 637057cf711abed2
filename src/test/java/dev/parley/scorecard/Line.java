package dev.parley.scorecard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A line of the scorecard. */
record Line(String id, String requirement, String passesWhen) {
    /** Every line, in order. */
    static List<Line> all() {
        try (InputStream in = Objects.requireNonNull(Line.class.getResourceAsStream("lines.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| "))
                    .map(parts -> new Line(parts[0], parts[1], parts[2]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether a test must have been seen to fail when the guard of the line is taken out. */
    boolean isGuarded() {
        return id.matches("[RS][1-6]");
    }
}
