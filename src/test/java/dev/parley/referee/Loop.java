package dev.parley.referee;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The one event loop everything belongs to, and the way onto it from the threads of tests. */
final class Loop implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    final Vertx vertx = Vertx.vertx(
            new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1));
    private final Context context = vertx.getOrCreateContext();

    /** Does it on the loop and waits for it; on the loop itself does it at once. */
    <T> T get(Supplier<T> work) {
        if (Vertx.currentContext() == context) {
            return work.get();
        }
        return join(() -> CompletableFuture.completedFuture(work.get()));
    }

    void run(Runnable deed) {
        get(() -> {
            deed.run();
            return true;
        });
    }

    /** Begins something on the loop and waits until it is done: not from the loop itself. */
    <T> T join(Supplier<CompletableFuture<T>> work) {
        return begin(work).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** What follows on it runs on the loop, but never in the middle of something. */
    <T> CompletableFuture<T> await(Seen<T> seen, Predicate<T> wanted) {
        return begin(() -> seen.await(wanted))
                .thenApplyAsync(found -> found, task -> context.runOnContext(run -> task.run()));
    }

    private <T> CompletableFuture<T> begin(Supplier<CompletableFuture<T>> work) {
        CompletableFuture<CompletableFuture<T>> begun = new CompletableFuture<>();
        context.runOnContext(run -> {
            try {
                begun.complete(work.get());
            } catch (RuntimeException e) {
                begun.completeExceptionally(e);
            }
        });
        return begun.thenCompose(future -> future);
    }

    @Override
    public void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
