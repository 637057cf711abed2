package dev.parley.store;

import static dev.parley.store.Sample.message;
import static dev.parley.store.Sample.now;
import static dev.parley.store.Sample.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Storage;
import dev.parley.conversation.TimelineEvent;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.store.Steps.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The disk refuses: at one call, or for a while. */
class FaultsTest {
    /** Refuses calls from the first to the last of these, counted from 1. Worker thread. */
    private static final class Refusing implements Calls {
        private final int first;
        private final int last;
        private final SQLiteErrorCode code;
        private int calls;
        /** Set by the test when the talk is over. */
        private volatile boolean over;

        Refusing(int first, int last, SQLiteErrorCode code) {
            this.first = first;
            this.last = last;
            this.code = code;
        }

        @Override
        public void before(String call) throws SQLException {
            if (over) {
                return;
            }
            calls++;
            if (calls >= first && calls <= last) {
                throw new SQLiteException("injected", code);
            }
        }
    }

    @TempDir
    Path temp;

    @Test
    @Shows("R21")
    void a_refusal_at_any_call_fails_a_step_or_is_overcome_and_leaves_what_was_told() throws Exception {
        int refusals = 0;
        for (int k = 1; check(k, k, SQLiteErrorCode.SQLITE_IOERR_WRITE); k += Dose.of(13, 1)) {
            refusals++;
        }
        for (int k = 1; check(k, k + 2, SQLiteErrorCode.SQLITE_FULL); k += Dose.of(13, 1)) {
            refusals++;
        }

        Figures.note(
                "R21",
                "FaultsTest",
                refusals + " times the disk refused one call, or three in a row, of a talk of " + Steps.ALL.size()
                        + " steps: what was told is there, nothing else, and the store went on");
    }

    /** @return whether there are so many calls */
    private boolean check(int first, int last, SQLiteErrorCode code) throws IOException {
        Path folder = Files.createTempDirectory(temp, "refused");
        Refusing refusing = new Refusing(first, last, code);
        DiskStore store = DiskStore.writing(folder, Sample.CLOCK, Layout.ALL, refusing);
        List<Step> done = new ArrayList<>();
        for (Step step : Steps.ALL) {
            String reason = reason(step.apply(Sample.ports(store), store.sentTexts()));
            if (reason.isEmpty()) {
                done.add(step);
            } else {
                assertThat(reason).isIn("the disk is full", "the disk reports an error (SQLITE_IOERR_WRITE)");
            }
        }

        refusing.over = true;

        assertThat(Steps.state(store)).as("calls %d to %d refused", first, last).isEqualTo(Steps.after(done));

        boolean kept = now(store.storage()).equals(Storage.KEPT);
        store.close();
        if (kept && now(store.warnings()).isEmpty()) {
            DiskStore again = DiskStore.writing(folder, Sample.CLOCK);
            assertThat(Steps.state(again))
                    .as("calls %d to %d refused", first, last)
                    .isEqualTo(Steps.after(done));
            again.close();
        }
        return refusing.calls >= first;
    }

    @Test
    @Shows("R21")
    void a_full_disk_is_named_keeps_the_draft_and_is_forgotten_as_soon_as_there_is_room() {
        AtomicReference<SQLiteErrorCode> refuses = new AtomicReference<>(SQLiteErrorCode.SQLITE_OK);
        DiskStore store = DiskStore.writing(temp, Sample.CLOCK, Layout.ALL, call -> {
            if (refuses.get() != SQLiteErrorCode.SQLITE_OK && call.equals("COMMIT")) {
                throw new SQLiteException("injected", refuses.get());
            }
        });
        now(Sample.ports(store).drafts().save(Sample.HERE, "text of a"));
        refuses.set(SQLiteErrorCode.SQLITE_FULL);
        String reason = reason(Sample.ports(store).outbox().accept(message("a")));
        refuses.set(SQLiteErrorCode.SQLITE_OK);

        now(Sample.ports(store).outbox().accept(message("b")));

        assertThat(reason).isEqualTo("the disk is full");
        assertThat(now(Sample.ports(store).outbox().all())).containsExactly(message("b"));
        assertThat(now(store.storage())).isEqualTo(Storage.KEPT);
        store.close();
    }

    @Test
    @Shows("R21")
    void with_no_folder_to_write_to_all_goes_on_in_memory_and_says_so() {
        DiskStore store = DiskStore.writing(temp.resolve("missing"), Sample.CLOCK);

        Steps.ALL.forEach(step -> now(step.apply(Sample.ports(store), store.sentTexts())));

        assertThat(Steps.state(store)).isEqualTo(Steps.after(Steps.ALL));
        assertThat(now(store.storage()).state()).isEqualTo(Storage.State.MEMORY);
        assertThat(now(store.storage()).sentence())
                .isEqualTo("what you write is kept in memory only: the folder " + temp.resolve("missing")
                        + " cannot be written");
        assertThat(now(store.warnings())).hasSize(1);
        store.close();
    }

    @Test
    @Shows("R21")
    void a_file_taken_away_is_made_anew_and_what_is_written_then_is_kept() throws IOException {
        DiskStore store = DiskStore.writing(temp, Sample.CLOCK);
        now(Sample.ports(store).outbox().accept(message("a")));
        Files.delete(temp.resolve("mine.db"));

        now(Sample.ports(store).outbox().accept(message("b")));
        store.close();

        DiskStore again = DiskStore.writing(temp, Sample.CLOCK);
        assertThat(now(Sample.ports(again).outbox().all())).containsExactly(message("b"));
        again.close();
    }

    @Test
    @Shows("R21")
    void a_storm_on_a_full_disk_is_refused_without_trying_each_and_reading_goes_on() {
        CountDownLatch handedIn = new CountDownLatch(1);
        AtomicInteger tried = new AtomicInteger();
        DiskStore store = DiskStore.writing(temp, Sample.CLOCK, Layout.ALL, call -> {
            if (call.startsWith("INSERT OR IGNORE INTO events")) {
                Sample.await(handedIn);
                tried.incrementAndGet();
                throw new SQLiteException("injected", SQLiteErrorCode.SQLITE_FULL);
            }
        });
        List<CompletionStage<Void>> storm = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            storm.add(Sample.ports(store).history().add("c", "c", List.of(Sample.said(i, "event"))));
        }
        CompletionStage<List<TimelineEvent>> reading =
                Sample.ports(store).history().of("c", "c");
        handedIn.countDown();

        storm.forEach(stage -> assertThat(reason(stage)).isEqualTo("the disk is full"));

        assertThat(now(reading)).isEmpty();
        assertThat(tried.get()).isLessThan(20);
        store.close();
    }
}
