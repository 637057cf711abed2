package dev.parley.ui.state;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an agent's turn in a conversation that is not in view does. */
public enum BellMode {
    OFF,
    /** The terminal's. */
    BELL,
    /** A program that the person has named. */
    COMMAND;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> words() {
        return Stream.of(values()).map(BellMode::word).toList();
    }

    public static Optional<BellMode> of(String word) {
        return Stream.of(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }
}
