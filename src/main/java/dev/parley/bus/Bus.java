package dev.parley.bus;

import dev.parley.conversation.Command;
import dev.parley.conversation.Update;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Commands to the sessions, Updates to the screen, one address each. Exists before Vert.x does: what is posted before
 * {@link #attach}, or before anybody listens, is kept in order and replayed. Records go by reference.
 */
public final class Bus {
    /** {@link #onDrained} tells when {@link #outstanding} falls below this. */
    public static final int DRAINED = 500;

    private final Lane<Command> commands = new Lane<>("parley.commands");
    private final Lane<Update> updates = new Lane<>("parley.updates");
    private final AtomicInteger outstanding = new AtomicInteger();
    private final List<Runnable> drained = new CopyOnWriteArrayList<>();

    /** Set once, by {@link #attach}. */
    private volatile @Nullable Context loop;

    /**
     * Call once, when Vert.x is up. Any thread; called on an event loop of {@code vertx}, all handlers run on that very
     * context, which is what the sessions need. Replaying begins after the current turn of that loop.
     */
    public void attach(Vertx vertx) {
        Context current = Vertx.currentContext();
        Context handlersLoop = current != null && current.owner() == vertx ? current : vertx.getOrCreateContext();
        vertx.eventBus().registerCodec(new ByReference());
        loop = handlersLoop;
        commands.attach(vertx, handlersLoop);
        updates.attach(vertx, handlersLoop);
    }

    /** From the UI thread. */
    public void send(Command command) {
        commands.post(command);
    }

    /** From the event loop. */
    public void publish(Update update) {
        outstanding.incrementAndGet();
        updates.post(update);
    }

    /**
     * {@code handler} runs on the event loop. Each handler gets every command that comes after it; the ones kept so far
     * go to those that began to listen in the same turn of the loop as the first. One that throws keeps it from the next.
     */
    public void onCommand(Consumer<Command> handler) {
        commands.handle(handler);
    }

    /** {@code handler} runs on the event loop and must only enqueue. As with {@link #onCommand}, there may be several. */
    public void onUpdate(Consumer<Update> handler) {
        updates.handle(handler);
    }

    /** The screen has taken {@code count} more updates. UI thread. */
    public void taken(int count) {
        int before = outstanding.getAndAdd(-count);
        Context attached = loop;
        if (attached != null && before >= DRAINED && before - count < DRAINED) {
            attached.runOnContext(turn -> drained.forEach(Runnable::run));
        }
    }

    /** Updates published and not yet taken. Any thread; the session pauses its socket above 1 000. */
    public int outstanding() {
        return outstanding.get();
    }

    /** Runs {@code drained} on the event loop whenever {@link #outstanding} falls below {@value #DRAINED} again. */
    public void onDrained(Runnable drained) {
        this.drained.add(drained);
    }

    /** Lets go of Vert.x before that is closed: nobody is called any more, and posting does nothing. Any thread. */
    public void close() {
        commands.close();
        updates.close();
    }
}
