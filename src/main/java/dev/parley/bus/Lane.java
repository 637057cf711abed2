package dev.parley.bus;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.eventbus.MessageConsumerOptions;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One direction. Everything goes through {@link #waiting}, before Vert.x is up and after: who posts while nobody hands
 * on hands on itself, all that waits, so nothing is overtaken and no thread ever waits for another.
 */
final class Lane<T> {
    private final String address;
    private final DeliveryOptions options =
            new DeliveryOptions().setLocalOnly(true).setCodecName(ByReference.NAME);

    /** Any thread puts; only the one that hands on takes. */
    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();

    /** How many wanted to hand on since the one who does it began; 0 when nobody does. */
    private final AtomicInteger handing = new AtomicInteger();

    private final List<Consumer<T>> handlers = new CopyOnWriteArrayList<>();

    /** Where handlers run; set once, by whoever attaches. */
    private volatile @Nullable Context loop;

    /** Set on the loop as soon as somebody listens there, and unset by {@link #close}. */
    private volatile @Nullable EventBus open;

    /** The loop only. */
    private @Nullable MessageConsumer<T> registration;

    Lane(String address) {
        this.address = address;
    }

    /** Any thread. */
    void post(T message) {
        waiting.add(message);
        handOn();
    }

    /** Any thread, once. */
    void attach(Vertx vertx, Context loop) {
        this.loop = loop;
        loop.runOnContext(turn -> {
            MessageConsumerOptions listening = new MessageConsumerOptions()
                    .setAddress(address)
                    .setLocalOnly(true)
                    // The receiver tells how far behind it is (Bus.outstanding); here nothing may be thrown away.
                    .setMaxBufferedMessages(Integer.MAX_VALUE);
            registration = vertx.eventBus().consumer(listening, message -> deliver(message.body()));
            open(vertx);
        });
    }

    /** Any thread. Whoever begins to listen in one turn of the loop hears the same. */
    void handle(Consumer<T> handler) {
        handlers.add(handler);
        Context attached = loop;
        if (attached != null) {
            attached.runOnContext(turn -> open(attached.owner()));
        }
    }

    private void open(Vertx vertx) {
        if (registration != null && !handlers.isEmpty()) {
            open = vertx.eventBus();
            handOn();
        }
    }

    private void deliver(T message) {
        handlers.forEach(handler -> handler.accept(message));
    }

    private void handOn() {
        EventBus bus = open;
        if (bus == null || handing.getAndIncrement() > 0) {
            return;
        }
        int wanted = 1;
        while (wanted > 0) {
            for (T next = waiting.poll(); next != null; next = waiting.poll()) {
                bus.send(address, next, options);
            }
            wanted = handing.addAndGet(-wanted);
        }
    }

    /** Any thread. What is posted from now on stays where it is. */
    void close() {
        open = null;
        Context attached = loop;
        if (attached != null) {
            attached.runOnContext(turn -> unregister());
        }
    }

    private void unregister() {
        open = null;
        if (registration != null) {
            registration.unregister();
            registration = null;
        }
    }
}
