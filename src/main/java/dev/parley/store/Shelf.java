package dev.parley.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One file of the store, and what is to be done with it. What waits is done in one transaction, and told when that is on
 * disk; when it fails, each is tried again by itself. A file that cannot be opened at the first try is replaced by memory for
 * good, so that nothing is on disk in part; one that was open once is tried anew each time.
 */
final class Shelf<S> {
    /** So many rows at once: a storm of events costs one forced write for all of them, and a message waits for no more. */
    static final int TOGETHER = 500;

    /** After so many refusals in a row the others need not be tried: the disk is full, or gone. */
    private static final int REFUSALS = 3;

    private final Worker worker;
    private final StoreFile<S> file;
    /** Why nothing is written; null when it is. */
    private final @Nullable String readOnly;

    private final CompletableFuture<String> opening = new CompletableFuture<>();
    private final Deque<Job<S, ?>> waiting = new ArrayDeque<>();
    private @Nullable S opened;
    private boolean inMemory;

    Shelf(Worker worker, StoreFile<S> file, @Nullable String readOnly) {
        this.worker = worker;
        this.file = file;
        this.readOnly = readOnly;
    }

    /** Any thread. */
    <T> CompletionStage<T> read(Job.Work<S, T> work, Supplier<CompletionStage<T>> inMemory) {
        return submit(new Job<>(false, 1, work, inMemory));
    }

    /** Any thread. */
    CompletionStage<Void> write(Writing<S> work, Supplier<CompletionStage<Void>> inMemory) {
        return write(1, work, inMemory);
    }

    /** @param weight how many rows, about; at most {@link #TOGETHER} */
    CompletionStage<Void> write(int weight, Writing<S> work, Supplier<CompletionStage<Void>> inMemory) {
        if (readOnly != null) {
            return CompletableFuture.failedStage(new StoreFailure(readOnly));
        }
        return submit(new Job<>(
                true,
                weight,
                opened -> {
                    work.on(opened);
                    return null;
                },
                inMemory));
    }

    /** A {@link Job.Work} that gives nothing. */
    interface Writing<S> {
        void on(S opened) throws SQLException, IOException;
    }

    /** Why it is in memory, or empty when it is on disk; known when it has been opened, which this makes happen. Any thread. */
    CompletionStage<String> opening() {
        Job<S, Boolean> look = new Job<>(false, 1, opened -> true, () -> CompletableFuture.completedStage(true));
        look.stage().whenComplete((done, failure) -> {
            if (failure != null) {
                opening.complete(Reasons.of(failure));
            }
        });
        worker.submit(this, look);
        return opening.minimalCompletionStage();
    }

    private <T> CompletionStage<T> submit(Job<S, T> job) {
        worker.submit(this, job);
        return job.stage();
    }

    /** Worker thread, as all below. */
    void take(Job<S, ?> job) {
        waiting.add(job);
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    void work() {
        List<Job<S, ?>> jobs = new ArrayList<>();
        int weight = 0;
        while (!waiting.isEmpty()
                && (jobs.isEmpty() || weight + waiting.element().weight() <= TOGETHER)) {
            weight += waiting.element().weight();
            jobs.add(waiting.remove());
        }
        try {
            together(jobs);
        } catch (SQLException | IOException | StoreFailure | RuntimeException failed) {
            eachAlone(jobs);
        } catch (Error broken) {
            jobs.forEach(job -> job.fail(broken));
            throw broken;
        }
    }

    private void eachAlone(List<Job<S, ?>> jobs) {
        int refusals = 0;
        Throwable why = null;
        for (Job<S, ?> job : jobs) {
            if (why != null && refusals >= REFUSALS && job.writes()) {
                job.fail(why);
                continue;
            }
            try {
                together(List.of(job));
                refusals = job.writes() ? 0 : refusals;
            } catch (SQLException | IOException | StoreFailure | RuntimeException failed) {
                job.fail(failed);
                why = failed;
                refusals += job.writes() ? 1 : 0;
            }
        }
    }

    private void together(List<Job<S, ?>> jobs) throws SQLException, IOException, StoreFailure {
        S on = open();
        if (on == null) {
            jobs.forEach(Job::completeInMemory);
            return;
        }
        Sql sql = file.sql(on);
        try {
            sql.begin(jobs.stream().anyMatch(Job::writes));
            for (Job<S, ?> job : jobs) {
                job.run(on);
            }
            file.finish(on);
            sql.commit();
        } catch (SQLException | IOException | RuntimeException failed) {
            if (!sql.rollback() | !file.survives(on, failed)) {
                close();
            }
            throw failed;
        }
        jobs.forEach(Job::complete);
    }

    /** Null when it is kept in memory. */
    private @Nullable S open() throws SQLException, IOException, StoreFailure {
        if (inMemory || opened != null) {
            return opened;
        }
        try {
            opened = file.open();
            opening.complete("");
        } catch (SQLException | IOException | StoreFailure | RuntimeException failed) {
            if (opening.isDone()) {
                throw failed;
            }
            inMemory = true;
            opening.complete(Reasons.of(failed));
        }
        return opened;
    }

    void failAll(Throwable why) {
        while (!waiting.isEmpty()) {
            waiting.remove().fail(why);
        }
    }

    void close() {
        if (opened != null) {
            file.sql(opened).close();
            opened = null;
        }
    }
}
