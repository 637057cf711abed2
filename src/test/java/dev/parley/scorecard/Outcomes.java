package dev.parley.scorecard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the tests of one full run came to, with the figures that they noted. A file that grows with every test, so that a
 * run that was broken off has told what it had.
 */
final class Outcomes {
    static final Path FOLDER = Path.of("target", "scorecard");
    static final String PASSED = "passed";
    static final String FAILED = "failed";
    static final String NOT_RUN = "not-run";

    private static final String FULL = ".full";
    private static final String FILE = "outcomes" + FULL;

    private final Path folder;

    private Outcomes(Path folder) {
        this.folder = folder;
    }

    /** Forgets the full run before, its figures too. */
    static Outcomes begin(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Path old : full(folder)) {
                Files.delete(old);
            }
            Files.createFile(folder.resolve(FILE));
            return new Outcomes(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The last full run's; empty where there was none. */
    static Optional<Outcomes> last(Path folder) {
        return Files.exists(folder.resolve(FILE)) ? Optional.of(new Outcomes(folder)) : Optional.empty();
    }

    /** One of a test with parameters has an outcome for each of them. */
    void add(String test, String outcome) {
        try {
            Files.writeString(
                    folder.resolve(FILE),
                    outcome + " " + test + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The worst that each test came to. */
    Map<String, String> byTest() {
        try {
            Map<String, String> all = new TreeMap<>();
            for (String line : Files.readAllLines(folder.resolve(FILE), StandardCharsets.UTF_8)) {
                int blank = line.indexOf(' ');
                all.merge(line.substring(blank + 1), line.substring(0, blank), Outcomes::worse);
            }
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What was noted for the line, each with the test that said it. */
    List<String> figures(String line) {
        try {
            Map<String, String> figures = new TreeMap<>();
            for (Path file : full(folder)) {
                String name = file.getFileName().toString();
                if (name.startsWith(line + ".")) {
                    String test = name.substring(line.length() + 1, name.length() - FULL.length());
                    figures.put(
                            test, Files.readString(file, StandardCharsets.UTF_8).strip());
                }
            }
            return figures.entrySet().stream()
                    .map(figure -> figure.getKey() + ": " + figure.getValue())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String worse(String one, String other) {
        return Stream.of(FAILED, NOT_RUN)
                .filter(outcome -> one.equals(outcome) || other.equals(outcome))
                .findFirst()
                .orElse(PASSED);
    }

    private static List<Path> full(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(FULL)).toList();
        }
    }
}
