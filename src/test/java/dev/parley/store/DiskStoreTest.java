package dev.parley.store;

import static dev.parley.store.Sample.message;
import static dev.parley.store.Sample.now;
import static dev.parley.store.Sample.reason;
import static dev.parley.store.Sample.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Ports;
import dev.parley.conversation.Storage;
import dev.parley.scorecard.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskStoreTest {
    @TempDir
    Path folder;

    private DiskStore store(Calls calls) {
        return DiskStore.writing(folder, Sample.CLOCK, Layout.ALL, calls);
    }

    @Test
    void nothing_is_done_on_the_callers_thread_and_nothing_before_it_is_asked_for() throws IOException {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        DiskStore store = store(call -> threads.add(Thread.currentThread().getName()));
        Ports ports = Sample.ports(store);
        assertThat(folder).isEmptyDirectory();

        now(ports.outbox().accept(message("a")));
        now(ports.history().names());
        store.close();

        assertThat(threads).containsExactly("store");
    }

    @Test
    void the_same_consumer_gets_the_same_ports() {
        DiskStore store = store(Calls.UNHINDERED);

        assertThat(store.of("1", "c")).isSameAs(store.of("1", "c")).isNotSameAs(store.of("1", "d"));
        store.close();
    }

    @Test
    @Shows("S10")
    void all_files_are_private_and_nothing_of_the_native_library_is_left() throws IOException {
        DiskStore store = store(Calls.UNHINDERED);
        now(Sample.ports(store).outbox().accept(message("a")));
        now(Sample.ports(store).history().add("c", "c", List.of(said(1, "hello"))));

        Map<String, String> files = new ConcurrentHashMap<>();
        try (var all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(
                        file.getFileName().toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }

        assertThat(files)
                .isEqualTo(Map.of(
                        "mine.db", "rw-------",
                        "mine.db-journal", "rw-------",
                        "history.db", "rw-------",
                        "history.db-journal", "rw-------"));
        store.close();
    }

    @Test
    void a_folder_may_be_called_anything() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("a?b=c&d #1 100% it's"));
        DiskStore store = DiskStore.writing(odd, Sample.CLOCK);

        now(Sample.ports(store).outbox().accept(message("a")));

        assertThat(now(store.storage())).isEqualTo(Storage.KEPT);
        assertThat(odd.resolve("mine.db")).isRegularFile();
        store.close();
        try (DiskStore reader = DiskStore.reading(odd, "why")) {
            assertThat(now(Sample.ports(reader).outbox().all())).containsExactly(message("a"));
        }
    }

    @Test
    void a_storm_of_events_shares_transactions_and_a_message_does_not_wait_behind_it() {
        CountDownLatch handedIn = new CountDownLatch(1);
        AtomicInteger commits = new AtomicInteger();
        DiskStore store = store(call -> {
            if (call.equals("COMMIT")) {
                commits.incrementAndGet();
            }
            if (call.startsWith("INSERT OR IGNORE INTO events")) {
                Sample.await(handedIn);
            }
        });
        now(store.storage());
        List<CompletionStage<Void>> storm = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            storm.add(Sample.ports(store).history().add("c", "c", List.of(said(i, "event " + i))));
        }
        CompletableFuture<Boolean> lastWasDone = new CompletableFuture<>();
        CompletionStage<Void> accepted = Sample.ports(store).outbox().accept(message("a"));
        accepted.whenComplete((done, failure) ->
                lastWasDone.complete(storm.get(4_999).toCompletableFuture().isDone()));
        handedIn.countDown();

        storm.forEach(Sample::now);

        assertThat(now(lastWasDone))
                .as("the storm was over when the message was stored")
                .isFalse();
        assertThat(now(Sample.ports(store).history().of("c", "c"))).hasSize(5_000);
        assertThat(commits.get()).isLessThan(40);
        store.close();
    }

    @Test
    void one_that_fails_does_not_take_others_of_its_transaction_with_it() {
        CountDownLatch handedIn = new CountDownLatch(1);
        DiskStore store = store(call -> {
            Sample.await(handedIn);
            if (call.startsWith("INSERT OR REPLACE INTO marks")) {
                throw new IOException("No space left on device");
            }
        });
        CompletionStage<Void> first = Sample.ports(store).outbox().accept(message("a"));
        CompletionStage<Void> failing = Sample.ports(store).marks().mark("c", "c", 1);
        CompletionStage<Void> last = Sample.ports(store).outbox().accept(message("b"));

        handedIn.countDown();

        assertThat(reason(first)).isEmpty();
        assertThat(reason(failing)).isEqualTo("the disk is full");
        assertThat(reason(last)).isEmpty();
        assertThat(now(Sample.ports(store).outbox().all())).containsExactly(message("a"), message("b"));
        assertThat(now(Sample.ports(store).marks().all())).isEmpty();
        store.close();
    }

    @Test
    void closing_finishes_what_was_handed_in_and_refuses_what_comes_after() {
        DiskStore store = store(Calls.UNHINDERED);
        now(store.storage());
        CompletionStage<Void> before = Sample.ports(store).drafts().save(Sample.HERE, "last words");

        store.close();

        CompletionStage<Void> after = Sample.ports(store).drafts().save(Sample.HERE, "too late");
        assertThat(reason(before)).isEmpty();
        assertThat(reason(after)).isEqualTo("the store is closed");
        try (DiskStore again = store(Calls.UNHINDERED)) {
            assertThat(now(Sample.ports(again).drafts().all())).isEqualTo(Map.of(Sample.HERE, "last words"));
        }
    }

    @Test
    void a_disk_that_hangs_does_not_keep_the_program_from_leaving() {
        CountDownLatch hanging = new CountDownLatch(1);
        DiskStore store = store(call -> Sample.await(hanging));
        CompletionStage<Void> stuck = Sample.ports(store).drafts().save(Sample.HERE, "a");
        CompletionStage<Void> behind = Sample.ports(store).history().add("c", "c", List.of());

        store.close();

        assertThat(stuck.toCompletableFuture()).isNotDone();
        hanging.countDown();
        assertThat(reason(behind)).isIn("Parley left before it was stored", "the store is closed");
    }

    @Test
    void a_bug_fails_what_was_asked_and_all_that_comes_after_but_hangs_nothing() {
        DiskStore store = store(call -> {
            if (call.startsWith("INSERT OR REPLACE INTO marks")) {
                throw new StackOverflowError();
            }
        });
        CompletionStage<Void> hit = Sample.ports(store).marks().mark("c", "c", 1);

        assertThat(reason(hit)).isEqualTo("the store failed (StackOverflowError)");
        assertThat(reason(Sample.ports(store).outbox().accept(message("a"))))
                .isEqualTo("the store failed (StackOverflowError)");
        store.close();
    }
}
