package dev.parley.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One thing asked of the store, and the stage that tells how it went. Run on the worker thread, more than once if need be. */
final class Job<S, T> {
    /** On an opened file, within a transaction that others may share. Null is the only Void. */
    interface Work<S, T> {
        @Nullable
        T on(S opened) throws SQLException, IOException;
    }

    private final boolean writes;
    private final int weight;
    private final Work<S, T> work;
    private final Supplier<CompletionStage<T>> inMemory;
    private final CompletableFuture<T> stage = new CompletableFuture<>();
    private @Nullable T result;

    /** @param weight how much there is to do, in rows or so */
    Job(boolean writes, int weight, Work<S, T> work, Supplier<CompletionStage<T>> inMemory) {
        this.writes = writes;
        this.weight = weight;
        this.work = work;
        this.inMemory = inMemory;
    }

    /** The future itself: a stage made from it would wrap the failure, whose message is for the person. */
    CompletionStage<T> stage() {
        return stage;
    }

    boolean writes() {
        return writes;
    }

    int weight() {
        return weight;
    }

    void run(S opened) throws SQLException, IOException {
        result = work.on(opened);
    }

    /** What it did is on disk. */
    @SuppressWarnings("NullAway") // Void has no other value.
    void complete() {
        stage.complete(result);
    }

    void completeInMemory() {
        inMemory.get().whenComplete((value, failure) -> {
            if (failure == null) {
                stage.complete(value);
            } else {
                stage.completeExceptionally(failure);
            }
        });
    }

    void fail(Throwable why) {
        stage.completeExceptionally(why instanceof StoreFailure ? why : new StoreFailure(Reasons.of(why), why));
    }
}
