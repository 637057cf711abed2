package dev.parley.ui;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * How the screen shall start.
 *
 * @param ascii nothing beyond ASCII of our own
 * @param ambiguousWide the terminal draws East Asian Ambiguous characters in two columns
 * @param theme its name; empty for what is remembered, else the default
 * @param sandbox whether the sandbox is what will answer, so that the first frame can say so
 * @param zone for the times that people read
 * @param keys key sequences by id of action, as the configuration has them
 * @param consumers how many there will be, at least 1
 */
public record UiOptions(
        boolean ascii,
        boolean ambiguousWide,
        String theme,
        boolean sandbox,
        ZoneId zone,
        Map<String, List<String>> keys,
        int consumers) {
    public UiOptions {
        keys = Map.copyOf(keys);
        if (consumers < 1) {
            throw new IllegalArgumentException("at least one consumer");
        }
    }
}
