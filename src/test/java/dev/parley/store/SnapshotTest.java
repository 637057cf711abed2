package dev.parley.store;

import static dev.parley.store.Sample.message;
import static dev.parley.store.Sample.now;
import static dev.parley.store.Sample.reason;
import static dev.parley.store.Sample.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Storage;
import dev.parley.scorecard.Shows;
import dev.parley.store.Steps.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    private static final String WHY = "process 4711 has the state, so this is a look at it";

    @TempDir
    Path folder;

    private DiskStore writer;

    @BeforeEach
    void write() {
        writer = DiskStore.writing(folder, Sample.CLOCK);
        Steps.ALL.forEach(step -> now(step.apply(Sample.ports(writer), writer.sentTexts())));
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    @Shows("R23")
    void what_another_process_keeps_can_be_read_while_it_has_it() {
        try (DiskStore reader = DiskStore.reading(folder, WHY)) {
            assertThat(Steps.state(reader)).isEqualTo(Steps.after(Steps.ALL));
            assertThat(now(reader.storage())).isEqualTo(new Storage(Storage.State.READ_ONLY, WHY));
            assertThat(now(reader.warnings())).isEmpty();
        }
    }

    @Test
    @Shows("R23")
    void it_stays_as_it_was_at_the_first_question() {
        try (DiskStore reader = DiskStore.reading(folder, WHY)) {
            now(Sample.ports(reader).outbox().all());
            now(Sample.ports(reader).history().names());

            now(Sample.ports(writer).outbox().accept(message("later")));
            now(Sample.ports(writer).history().add("conv-1", "conv-1", List.of(said(9, "later"))));

            assertThat(Steps.state(reader)).isEqualTo(Steps.after(Steps.ALL));
        }
    }

    @Test
    @Shows("R23")
    void every_write_fails_with_the_reason_and_changes_nothing() throws IOException {
        Map<Path, byte[]> before = files();
        try (DiskStore reader = DiskStore.reading(folder, WHY)) {
            for (Step step : Steps.ALL) {
                assertThat(reason(step.apply(Sample.ports(reader), reader.sentTexts())))
                        .isEqualTo(WHY);
            }
            assertThat(Steps.state(reader)).isEqualTo(Steps.after(Steps.ALL));
        }

        Map<Path, byte[]> after = files();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach(
                (file, bytes) -> assertThat(after.get(file)).as(file.toString()).isEqualTo(bytes));
    }

    @Test
    @Shows("R23")
    void a_look_in_the_middle_of_much_writing_sees_one_moment() {
        List<CompletionStage<Void>> writing = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            writing.add(Sample.ports(writer).outbox().accept(message("m-" + i)));
        }
        List<Outgoing> seen;
        try (DiskStore reader = DiskStore.reading(folder, WHY)) {
            seen = now(Sample.ports(reader).outbox().all());
            assertThat(now(reader.warnings())).isEmpty();
        }
        writing.forEach(Sample::now);

        assertThat(now(Sample.ports(writer).outbox().all()))
                .startsWith(seen.toArray(new Outgoing[0]))
                .hasSize(201);
    }

    @Test
    @Shows("R23")
    void where_nothing_is_kept_yet_there_is_nothing_to_see(@TempDir Path empty) {
        try (DiskStore reader = DiskStore.reading(empty, WHY)) {
            assertThat(Steps.state(reader)).isEqualTo(Steps.after(List.of()));
            assertThat(now(reader.storage()).state()).isEqualTo(Storage.State.READ_ONLY);
            assertThat(now(reader.warnings())).hasSize(2);
        }
    }

    private Map<Path, byte[]> files() throws IOException {
        Map<Path, byte[]> files = new TreeMap<>();
        try (var all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(file, Files.readAllBytes(file));
            }
        }
        return files;
    }
}
