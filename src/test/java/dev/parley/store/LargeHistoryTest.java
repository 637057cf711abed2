package dev.parley.store;

import static dev.parley.store.Sample.now;
import static dev.parley.store.Sample.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.TimelineEvent;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeHistoryTest {
    @TempDir
    Path folder;

    @Test
    @Shows("R14")
    void a_dialog_of_a_hundred_thousand_events_is_opened_read_and_searched() throws Exception {
        int count = Dose.of(3_000, 100_000);
        List<TimelineEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(
                    said(i, "turn " + i + " says that order " + i * 7 + " will be with you on the day after tomorrow"));
        }
        long filling = System.nanoTime();
        try (DiskStore store = DiskStore.writing(folder, Sample.CLOCK)) {
            List<List<TimelineEvent>> pages = new ArrayList<>();
            for (int from = 0; from < count; from += 500) {
                pages.add(events.subList(from, Math.min(from + 500, count)));
            }
            pages.stream()
                    .map(page -> Sample.ports(store).history().add("c", "c", page))
                    .toList()
                    .forEach(Sample::now);
        }
        long opening = System.nanoTime();
        try (DiskStore store = DiskStore.writing(folder, Sample.CLOCK)) {
            assertThat(now(store.warnings())).isEmpty();
            long reading = System.nanoTime();

            List<TimelineEvent> read = now(Sample.ports(store).history().of("c", "c"));

            long searching = System.nanoTime();
            var found = now(Sample.ports(store).history().find("order 14", Optional.empty(), 50));
            long searchingShort = System.nanoTime();
            var foundShort = now(Sample.ports(store).history().find("77", Optional.empty(), 50));
            long end = System.nanoTime();
            assertThat(read).isEqualTo(events);
            assertThat(found).hasSize(50);
            assertThat(foundShort).hasSize(50);
            if (Dose.isFull()) {
                assertThat(Duration.ofNanos(searching - opening)).isLessThan(Duration.ofSeconds(2));
                Figures.note(
                        "R14",
                        "LargeHistoryTest",
                        String.format(
                                "store of %d events, %d MB: filled in %d ms, opened in %d ms, the dialog read in %d ms,"
                                        + " searched in %d ms, for two letters in %d ms",
                                count,
                                Files.size(folder.resolve("history.db")) >> 20,
                                (opening - filling) / 1_000_000,
                                (reading - opening) / 1_000_000,
                                (searching - reading) / 1_000_000,
                                (searchingShort - searching) / 1_000_000,
                                (end - searchingShort) / 1_000_000));
            }
        }
    }
}
