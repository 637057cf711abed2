package dev.parley.fuzz;

import java.util.Objects;

/** What Jazzer calls, in its process; {@code -Dparley.fuzz.target} says for whom. */
public final class Driver {
    static final String TARGET = "parley.fuzz.target";

    private static final Target CHOSEN = Target.valueOf(Objects.requireNonNull(System.getProperty(TARGET)));

    private Driver() {}

    public static void fuzzerTestOneInput(byte[] input) {
        CHOSEN.take(input);
    }
}
