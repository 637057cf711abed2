package dev.parley.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FolderLockTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final FolderLock.Locks NONE = channel -> {
        throw new IOException("No locks available");
    };

    @TempDir
    Path folder;

    @Shows("R23")
    @Test
    void a_second_process_is_told_who_has_it_and_gets_it_at_once_after_kill_9() throws Exception {
        int turns = Dose.of(2, 20);
        long slowest = 0;
        for (int turn = 0; turn < turns; turn++) {
            try (Child holder = Child.holding(folder)) {
                Held held = catchThrowableOfType(Held.class, () -> FolderLock.take(folder));
                assertThat(held.holder().map(Holder::pid)).contains(holder.pid());
                assertThat(held.holder().map(Holder::host)).contains(Machine.name());
                assertThat(held.holder().map(Holder::since)).get().isNotNull();

                holder.kill();

                long start = System.nanoTime();
                FolderLock.take(folder).close();
                slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
            }
        }
        Figures.note(
                "R23",
                "FolderLockTest",
                turns + " holders killed with -9: each named by pid, machine and time before, none in the way after"
                        + (Dose.isFull() ? " (next one in after at most " + slowest + " ms)." : "."));
    }

    @Test
    void who_closes_it_lets_the_next_one_in() throws Exception {
        FolderLock.take(folder).close();

        FolderLock.take(folder).close();

        assertThat(folder.resolve("lock")).exists();
    }

    @Test
    void who_holds_it_can_be_asked_without_taking_it() throws Exception {
        try (Child holder = Child.holding(folder)) {
            assertThat(FolderLock.holderOf(folder).map(Holder::pid)).contains(holder.pid());

            holder.kill();

            assertThat(FolderLock.holderOf(folder)).isEmpty();
        }
    }

    @Test
    void a_damaged_lock_file_does_not_keep_anybody_out() throws Exception {
        Files.write(folder.resolve("lock"), new byte[] {0, 1, (byte) 0xFF, '\n', '\n', '\n', '\n'});

        try (FolderLock lock = FolderLock.take(folder)) {
            assertThat(lock).isNotNull();
            assertThat(Files.readString(folder.resolve("lock")))
                    .startsWith(ProcessHandle.current().pid() + "\n");
        }
    }

    @Shows("R23")
    @Test
    void without_locks_a_file_that_only_one_can_make_says_who_has_it() throws Exception {
        FolderLock first = FolderLock.take(folder, NONE, NOON);

        Held held = catchThrowableOfType(Held.class, () -> FolderLock.take(folder, NONE, NOON));
        assertThat(held.holder().map(Holder::since)).contains(NOON);
        assertThat(held.remedy()).contains("remove").contains("lock.claim");

        first.close();
        FolderLock.take(folder, NONE, NOON).close();
        assertThat(folder.resolve("lock.claim")).doesNotExist();
    }

    @Shows("R23")
    @Test
    void without_locks_what_a_dead_process_left_is_taken_over() throws Exception {
        for (Holder gone : List.of(
                new Holder(deadPid(), Machine.name(), NOON, Optional.of(NOON)),
                // Its pid lives again, as another process.
                new Holder(ProcessHandle.current().pid(), Machine.name(), NOON, Optional.of(NOON)))) {
            Files.writeString(folder.resolve("lock.claim"), gone.written());

            try (FolderLock lock = FolderLock.take(folder, NONE, NOON)) {
                assertThat(lock).isNotNull();
            }
        }
    }

    @Test
    void without_locks_nothing_is_taken_from_another_machine_or_from_nobody_knows_whom() throws Exception {
        Path claim = folder.resolve("lock.claim");
        for (String text : List.of(new Holder(1, "elsewhere", NOON, Optional.empty()).written(), "", "half of")) {
            Files.writeString(claim, text);

            assertThatThrownBy(() -> FolderLock.take(folder, NONE, NOON)).isInstanceOf(Held.class);

            assertThat(claim).hasContent(text);
        }
    }

    @Test
    void without_locks_a_takeover_cut_short_is_said_and_not_walked_over() throws Exception {
        Files.writeString(
                folder.resolve("lock.claim"), new Holder(deadPid(), Machine.name(), NOON, Optional.of(NOON)).written());
        Files.writeString(folder.resolve("lock.takeover"), "");

        Held held = catchThrowableOfType(Held.class, () -> FolderLock.take(folder, NONE, NOON));

        assertThat(held.remedy()).contains("lock.takeover");
    }

    @Test
    void without_locks_of_many_who_come_at_once_one_takes_over() throws Exception {
        int many = 8;
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            for (int turn = 0; turn < Dose.of(20, 1_000); turn++) {
                Files.writeString(
                        folder.resolve("lock.claim"),
                        new Holder(deadPid(), Machine.name(), NOON, Optional.of(NOON)).written());
                CyclicBarrier together = new CyclicBarrier(many);
                Callable<Optional<FolderLock>> one = () -> {
                    together.await();
                    try {
                        return Optional.of(FolderLock.take(folder, NONE, NOON));
                    } catch (Held held) {
                        return Optional.empty();
                    }
                };
                List<FolderLock> winners = new ArrayList<>();
                for (Future<Optional<FolderLock>> taken : threads.invokeAll(java.util.Collections.nCopies(many, one))) {
                    taken.get().ifPresent(winners::add);
                }

                assertThat(winners).hasSize(1);
                winners.get(0).close();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Beyond what Linux gives out. */
    private static long deadPid() {
        return 1L << 30;
    }
}
