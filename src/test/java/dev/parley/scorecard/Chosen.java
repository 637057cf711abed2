package dev.parley.scorecard;

import java.util.Optional;
import java.util.Set;

/** The lines that a run of the profile is about: {@code -Dparley.lines=R3,S3}, or {@code all}. */
final class Chosen {
    static final String PROPERTY = "parley.lines";

    private static final String ALL = "all";

    private final Set<String> lines;

    Chosen(String lines) {
        this.lines = Set.of(lines.strip().split("\\s*,\\s*"));
    }

    /** Empty in the usual build, which runs every test and writes nothing down, and where the page is written. */
    static Optional<Chosen> ofThisRun() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .filter(lines -> Dose.isFull())
                .map(Chosen::new);
    }

    boolean contains(String line) {
        return lines.contains(ALL) || lines.contains(line);
    }
}
