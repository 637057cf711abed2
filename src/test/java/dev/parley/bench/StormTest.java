package dev.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Content;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.pty.Heap;
import dev.parley.sandbox.LedgerCheck;
import dev.parley.sandbox.LedgerCheck.Taken;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.store.DiskStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An agent who says 5 000 messages a second for a minute. */
@Timeout(600)
class StormTest {
    private static final int PER_SECOND = 5_000;
    private static final double MOST_MILLIS = 50;
    /** Of what a message may leave in memory for good: its place in the order, not its words. */
    private static final double MOST_BYTES_A_MESSAGE = 200;

    @TempDir
    Path home;

    @Test
    @Shows("R15")
    void a_storm_loses_nothing_leaves_the_keys_quick_and_the_heap_flat() throws Exception {
        int count = PER_SECOND * Dose.of(1, 60);
        try (Scene scene = Scene.open(home, List.of())) {
            scene.type(Dose.of(1, 200), key -> {});
            double before = Heap.liveMegabytes(scene.typist().program());

            scene.sandbox().burst(scene.conversation(), count, PER_SECOND);
            long began = System.nanoTime();
            Echoes echoes = scene.type(Dose.of(20, 1_000), key -> {});
            scene.typist().awaitText("burst " + count + " of " + count);
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
            double after = Heap.liveMegabytes(scene.typist().program());

            LedgerCheck ledger = scene.sandbox().ledger();
            scene.leave();
            assertThat(kept(ledger)).isEqualTo(said(ledger));
            Figures.note(
                    "R15",
                    "StormTest",
                    String.format(
                            Locale.ROOT,
                            "%,d messages in %d s, all of them kept once and in order; %s; live heap %.1f MB before,"
                                    + " %.1f MB after",
                            count,
                            seconds,
                            echoes,
                            before,
                            after));
            if (Dose.isFull()) {
                assertThat((after - before) * 1024 * 1024 / count)
                        .as("bytes that stay in memory for each message")
                        .isLessThanOrEqualTo(MOST_BYTES_A_MESSAGE);
                echoes.withinMillis(MOST_MILLIS);
            }
        }
    }

    /** What the service took in, in the order of the dialog. */
    private static List<String> said(LedgerCheck ledger) {
        return ledger.taken().stream()
                .filter(taken -> taken.kind().equals("ContentEvent"))
                .map(taken -> taken.sequence() + " " + taken.text())
                .toList();
    }

    /** What the client has on disk. */
    private List<String> kept(LedgerCheck ledger) throws IOException {
        Taken first = ledger.taken().get(0);
        List<String> kept = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home.resolve(".local"));
                DiskStore store = DiskStore.reading(
                        files.filter(path -> path.endsWith("history.db"))
                                .findFirst()
                                .orElseThrow()
                                .getParent(),
                        "a test looks")) {
            List<TimelineEvent> events = store.of("10000001", first.consumer())
                    .history()
                    .of(first.dialog(), first.dialog())
                    .toCompletableFuture()
                    .join();
            for (TimelineEvent event : events) {
                if (event instanceof Turn turn && turn.content() instanceof Content.Text text) {
                    kept.add(turn.sequence() + " " + text.text());
                }
            }
        }
        return kept;
    }
}
