package dev.parley.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk and the loop are queues that the test runs by hand. */
class FileLedgerTest {
    @TempDir
    Path folder;

    private final Queue<Runnable> disk = new ArrayDeque<>();
    private final Queue<Runnable> loop = new ArrayDeque<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<String> ran = new ArrayList<>();
    private final List<IOException> failures = new ArrayList<>();
    private LedgerFile file;
    private FileLedger ledger;

    @BeforeEach
    void open() throws IOException, StateRefused {
        file = LedgerFile.open(folder.resolve("ledger"), "aside", entry -> {});
        ledger = on(file);
    }

    private FileLedger on(FileLedger.Disk where) {
        return new FileLedger(where, disk::add, loop::add, new FileLedger.Trouble() {
            @Override
            public void begun(IOException e) {
                failures.add(e);
            }

            @Override
            public void later(Runnable again) {
                later.add(again);
            }

            @Override
            public void over() {
                ran.add("over");
            }
        });
    }

    private static void runAll(Queue<Runnable> tasks) {
        for (Runnable next = tasks.poll(); next != null; next = tasks.poll()) {
            next.run();
        }
    }

    private long lines() throws IOException {
        try (var lines = Files.lines(folder.resolve("ledger"))) {
            return lines.count() - 1;
        }
    }

    @Test
    void nothing_runs_before_what_it_waits_for_is_on_disk() throws IOException {
        ledger.append(new LedgerEntry.Done(1));
        ledger.afterwards(() -> ran.add("answer"));
        runAll(loop);
        assertThat(ran).isEmpty();

        runAll(disk);
        assertThat(lines()).isEqualTo(1);
        runAll(loop);

        assertThat(ran).containsExactly("answer");
    }

    @Test
    void with_nothing_on_its_way_a_task_runs_at_once() {
        ledger.afterwards(() -> ran.add("now"));

        assertThat(ran).containsExactly("now");
    }

    @Test
    void what_one_turn_appends_is_one_batch_and_what_comes_meanwhile_is_the_next() throws IOException {
        ledger.append(new LedgerEntry.Done(1));
        ledger.append(new LedgerEntry.Done(2));
        runAll(loop);
        for (int i = 3; i < 50; i++) {
            String name = "answer " + i;
            ledger.append(new LedgerEntry.Done(i));
            ledger.afterwards(() -> ran.add(name));
        }
        runAll(disk);
        runAll(loop);
        runAll(disk);
        runAll(loop);

        assertThat(lines()).isEqualTo(2);
        assertThat(ran).hasSize(47).startsWith("answer 3").endsWith("answer 49");
    }

    @Test
    void when_the_disk_refuses_nothing_is_answered_any_more() {
        file.close();
        ledger.append(new LedgerEntry.Done(1));
        ledger.afterwards(() -> ran.add("answer"));

        runAll(loop);
        runAll(disk);
        runAll(loop);
        ledger.afterwards(() -> ran.add("another"));

        assertThat(failures).hasSize(1);
        assertThat(ran).isEmpty();
    }

    @Test
    void what_the_disk_refused_is_written_when_it_takes_it_again_and_only_then_answered() throws Exception {
        boolean[] full = {true};
        ledger = on(new FileLedger.Disk() {
            @Override
            public void append(List<LedgerEntry> batch) throws IOException {
                if (full[0]) {
                    throw new IOException("No space left on device");
                }
                file.append(batch);
            }

            @Override
            public void close() {
                file.close();
            }
        });
        ledger.append(new LedgerEntry.Done(1));
        ledger.afterwards(() -> ran.add("answer 1"));
        runAll(loop);
        runAll(disk);
        runAll(loop);
        ledger.append(new LedgerEntry.Done(2));
        ledger.afterwards(() -> ran.add("answer 2"));
        runAll(later);
        runAll(disk);
        runAll(loop);
        assertThat(ran).isEmpty();

        full[0] = false;
        for (int i = 0; i < 4; i++) {
            runAll(later);
            runAll(disk);
            runAll(loop);
        }

        List<LedgerEntry> kept = new ArrayList<>();
        LedgerFile.look(folder.resolve("ledger"), kept::add);
        assertThat(failures).hasSize(1);
        assertThat(ran).containsExactly("over", "answer 1", "answer 2");
        assertThat(kept).containsExactly(new LedgerEntry.Done(1), new LedgerEntry.Done(2));
    }

    @Test
    void closing_waits_for_what_is_on_its_way() throws IOException {
        ledger.append(new LedgerEntry.Done(1));
        ledger.close(() -> ran.add("closed"));
        assertThat(ran).isEmpty();

        for (int i = 0; i < 4; i++) {
            runAll(loop);
            runAll(disk);
        }
        runAll(loop);

        assertThat(ran).containsExactly("closed");
        assertThat(lines()).isEqualTo(1);
    }
}
