package dev.parley.store;

import static dev.parley.store.Sample.now;
import static dev.parley.store.Sample.reason;
import static dev.parley.store.Sample.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.History;
import dev.parley.conversation.TimelineEvent;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code history.db} is a cache: damaged, it may be empty, but never wrong, and never in the way. */
class HistoryDamageTest {
    private static final long SEED = 20_261_122;

    @TempDir
    Path temp;

    @Test
    @Shows("R22")
    void a_flip_or_a_cut_anywhere_shows_nothing_wrong_and_goes_on() throws IOException {
        List<TimelineEvent> truth = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            truth.add(said(i, "turn number " + i + " about nothing much"));
        }
        Path folder = Files.createDirectory(temp.resolve("whole"));
        try (DiskStore store = DiskStore.writing(folder, Sample.CLOCK)) {
            now(Sample.ports(store).history().add("c", "c", truth));
            now(Sample.ports(store).history().keep(Sample.facts("c", 1)));
        }
        byte[] whole = Files.readAllBytes(folder.resolve("history.db"));
        Random random = new Random(SEED);
        int times = Dose.of(24, 300);
        int begunAnew = 0;
        for (int i = 0; i < times; i++) {
            byte[] bytes = whole.clone();
            int place = i < 6 ? random.nextInt(100) : random.nextInt(bytes.length);
            bytes[place] ^= (byte) (1 << random.nextInt(8));
            if (i % 4 == 3) {
                bytes = Arrays.copyOf(bytes, place);
            }
            begunAnew += check(
                    Files.createDirectory(temp.resolve("damaged-" + i)),
                    bytes,
                    truth,
                    "seed " + SEED + ", " + i + " at " + place);
        }
        Figures.note(
                "R22",
                "HistoryDamageTest",
                times + " damaged history.db: 0 wrong events, " + begunAnew + " begun anew, all in use afterwards");
    }

    /** @return 1 when it was set aside */
    private static int check(Path folder, byte[] bytes, List<TimelineEvent> truth, String which) throws IOException {
        Files.write(folder.resolve("history.db"), bytes);
        try (DiskStore store = DiskStore.writing(folder, Sample.CLOCK)) {
            History history = Sample.ports(store).history();
            assertThat(truth).as(which).containsAll(now(history.of("c", "c")));
            assertThat(List.of(Sample.facts("c", 1))).as(which).containsAll(now(history.conversations()));
            now(history.find("number", Optional.empty(), 500))
                    .forEach(hit -> assertThat(truth).as(which).contains(hit.turn()));
            assertThat(reason(history.forget("c"))).as(which).isEmpty();
            assertThat(reason(history.add("c", "c", truth))).as(which).isEmpty();
            assertThat(now(history.of("c", "c"))).as(which).isEqualTo(truth);
            assertThat(now(store.warnings())).as(which).isEmpty();
        }
        return Files.exists(folder.resolve("history.db.damaged")) ? 1 : 0;
    }
}
