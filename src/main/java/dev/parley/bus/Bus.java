package dev.parley.bus;

import dev.parley.conversation.Command;
import dev.parley.conversation.Update;
import io.vertx.core.Vertx;
import java.util.function.Consumer;

/**
 * Commands to the sessions, Updates to the screen, one address each. Exists before Vert.x does: what is posted before
 * {@link #attach} is kept in order and replayed.
 */
public final class Bus {
    /** Call once, when Vert.x is up. Any thread. */
    public void attach(Vertx vertx) {
        throw new IllegalStateException("being built");
    }

    /** From the UI thread. */
    public void send(Command command) {
        throw new IllegalStateException("being built");
    }

    /** From the event loop. */
    public void publish(Update update) {
        throw new IllegalStateException("being built");
    }

    /** {@code handler} runs on the event loop. */
    public void onCommand(Consumer<Command> handler) {
        throw new IllegalStateException("being built");
    }

    /** {@code handler} runs on the event loop and must only enqueue. */
    public void onUpdate(Consumer<Update> handler) {
        throw new IllegalStateException("being built");
    }

    /** The screen has taken {@code count} more updates. UI thread. */
    public void taken(int count) {
        throw new IllegalStateException("being built");
    }

    /** Updates published and not yet taken. Event loop; the session pauses its socket above 1 000. */
    public int outstanding() {
        throw new IllegalStateException("being built");
    }

    /** Runs {@code drained} on the event loop when {@link #outstanding} falls below 500 again. */
    public void onDrained(Runnable drained) {
        throw new IllegalStateException("being built");
    }
}
