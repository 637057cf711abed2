package dev.parley.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a damage cost, in one sentence. */
final class Losses {
    private static final Map<Table, List<String>> NAMES = Map.of(
            Layout.OUTBOX, List.of("message not sent yet", "messages not sent yet"),
            Layout.DRAFTS, List.of("draft", "drafts"),
            Layout.MARKS, List.of("read mark", "read marks"),
            Layout.SENT, List.of("line of the input history", "lines of the input history"));

    private Losses() {}

    /** @param losses how many rows a table, -1 for nobody knows */
    static String sentence(Map<Table, Long> losses, Path aside) {
        String lost = losses.entrySet().stream()
                .map(loss -> counted(loss.getKey(), loss.getValue()))
                .collect(Collectors.joining(", "));
        return "mine.db was damaged: " + (lost.isEmpty() ? "all that was in it is saved" : "lost are " + lost)
                + "; the damaged file is kept as " + aside + ".";
    }

    private static String counted(Table table, long count) {
        List<String> names = NAMES.getOrDefault(table, List.of("row of " + table.name(), "rows of " + table.name()));
        return count < 0 ? "perhaps some " + names.get(1) : count + " " + names.get(count == 1 ? 0 : 1);
    }
}
