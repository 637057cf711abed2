package dev.parley.ui.history;

import java.time.Duration;
import java.time.Instant;

/** The turn before an item: who said it, and when. */
record Before(String who, Instant at) {
    private static final Duration TOGETHER = Duration.ofMinutes(2);

    /** Whether what {@code name} says at {@code then} goes on with it, so that name and time need not be repeated. */
    boolean goesOn(String name, Instant then) {
        return who.equals(name) && Duration.between(at, then).abs().compareTo(TOGETHER) <= 0;
    }
}
