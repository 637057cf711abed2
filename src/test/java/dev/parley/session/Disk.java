package dev.parley.session;

import dev.parley.conversation.Drafts;
import dev.parley.conversation.History;
import dev.parley.conversation.Marks;
import dev.parley.conversation.Outbox;
import dev.parley.conversation.Ports;
import dev.parley.conversation.Storage;
import dev.parley.store.MemoryPorts;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * What is kept beyond a crash, behind a worker that does one thing after the other: a crash loses what it has not come
 * to, and nobody hears any more of what it has done.
 */
final class Disk implements Ports.Factory {
    private static final Set<String> WRITES =
            Set.of("accept", "update", "remove", "save", "add", "addHole", "keep", "forget", "name", "mark");

    final Ports kept = new MemoryPorts().of(World.ACCOUNT, FakeService.CONSUMER);
    /** Names of the calls that were performed. */
    final List<String> done = new ArrayList<>();

    private final Deque<Runnable> work = new ArrayDeque<>();
    private UnaryOperator<Outbox> outbox = UnaryOperator.identity();
    private int lives;
    /** Writes fail. */
    boolean full;

    /** @param guard what stands between the session and the outbox */
    Disk with(UnaryOperator<Outbox> guard) {
        outbox = guard;
        return this;
    }

    @Override
    public Ports of(String account, String consumerId) {
        return new Ports(
                proxy(Outbox.class, outbox.apply(kept.outbox())),
                proxy(Drafts.class, kept.drafts()),
                proxy(History.class, kept.history()),
                proxy(Marks.class, kept.marks()));
    }

    @Override
    public CompletionStage<Storage> storage() {
        return CompletableFuture.completedStage(Storage.KEPT);
    }

    /** One more thing is done. False when there was nothing to do. */
    boolean step() {
        Runnable next = work.poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }

    void crash() {
        lives++;
        work.clear();
    }

    private <T> T proxy(Class<T> port, T target) {
        int life = lives;
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    CompletableFuture<Object> result = new CompletableFuture<>();
                    if (life == lives) {
                        work.add(() -> perform(target, method, arguments, result));
                    }
                    return result;
                }));
    }

    private void perform(Object target, Method method, Object[] arguments, CompletableFuture<Object> result) {
        if (full && WRITES.contains(method.getName())) {
            result.completeExceptionally(new IOException("disk full"));
            return;
        }
        done.add(method.getName());
        try {
            CompletionStage<?> stage = (CompletionStage<?>) method.invoke(target, arguments);
            stage.whenComplete((value, failure) -> result.complete(value));
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new AssertionError(broken);
        }
    }
}
