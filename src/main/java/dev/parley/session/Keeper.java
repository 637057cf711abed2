package dev.parley.session;

import dev.parley.conversation.Storage;
import dev.parley.conversation.Update;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every write to the ports goes through here, so that it is known whether what is said and typed is kept: a refusal is
 * told once, and what was refused is tried again, the newest of its kind, until it works. Event loop.
 */
final class Keeper {
    private static final long AGAIN_MILLIS = 5_000;
    /** History is a cache: what is not kept of it is asked for again. */
    private static final int MOST_OF_HISTORY = 1_000;

    /** Which port. */
    enum Port {
        OUTBOX,
        DRAFTS,
        HISTORY,
        MARKS
    }

    /** What is written: a later write of the same thing replaces an earlier one that was refused. */
    private record Thing(Port port, Object name) {}

    private record Write(long number, Supplier<CompletionStage<Void>> run, Runnable done) {}

    private final Desk desk;
    private final boolean writes;
    private final Runnable recovered;
    /** Refused; to be tried again. */
    private final Map<Thing, Write> refused = new LinkedHashMap<>();
    /** The number of the newest write of each thing that is under way. */
    private final Map<Thing, Long> newest = new LinkedHashMap<>();

    private final Set<Port> failing = EnumSet.noneOf(Port.class);
    private Storage whenItWorks = Storage.KEPT;
    private long number;
    private boolean retrying;

    /**
     * @param writes false: nothing is written at all, and nobody hears of it
     * @param recovered runs when writing works again after it did not
     */
    Keeper(Desk desk, boolean writes, Runnable recovered) {
        this.desk = desk;
        this.writes = writes;
        this.recovered = recovered;
    }

    /** How things are kept while nothing fails. */
    void open(CompletionStage<Storage> storage) {
        storage.whenComplete((known, failure) -> desk.loop().execute(() -> {
            whenItWorks = known == null ? Storage.KEPT : known;
            if (failing.isEmpty()) {
                tell(whenItWorks);
            }
        }));
    }

    /** Writes, and tries again until it works. @param name what it is, within its port */
    void write(Port port, Object name, Supplier<CompletionStage<Void>> write) {
        write(port, name, write, () -> {});
    }

    /** @param done runs when it is written; not when a later write of the same thing took its place */
    void write(Port port, Object name, Supplier<CompletionStage<Void>> write, Runnable done) {
        begin(new Thing(port, name), new Write(++number, write, done));
    }

    /** Writes once: whoever asked decides what follows a refusal. @param failed gets the reason */
    void once(Port port, Object name, Supplier<CompletionStage<Void>> write, Runnable done, Consumer<String> failed) {
        Thing thing = new Thing(port, name);
        refused.remove(thing);
        newest.remove(thing);
        perform(write, failure -> {
            if (failure == null) {
                works(port);
                done.run();
            } else {
                fails(port, failure);
                failed.accept(reason(failure));
            }
        });
    }

    private void begin(Thing thing, Write write) {
        refused.remove(thing);
        newest.put(thing, write.number());
        perform(write.run(), failure -> {
            boolean current = newest.remove(thing, write.number());
            if (failure == null) {
                works(thing.port());
                if (current) {
                    write.done().run();
                }
                return;
            }
            if (current) {
                refused.put(thing, write);
                forgetSomeHistory();
            }
            fails(thing.port(), failure);
        });
    }

    private void perform(Supplier<CompletionStage<Void>> write, Consumer<@Nullable Throwable> ended) {
        if (!writes) {
            return;
        }
        CompletionStage<Void> stage;
        try {
            stage = write.get();
        } catch (RuntimeException broken) {
            stage = CompletableFuture.failedStage(broken);
        }
        stage.whenComplete((none, failure) -> desk.loop().execute(() -> ended.accept(failure)));
    }

    private void works(Port port) {
        if (failing.remove(port)) {
            if (failing.isEmpty()) {
                tell(whenItWorks);
            }
            retry();
            recovered.run();
        }
    }

    private void fails(Port port, Throwable failure) {
        if (failing.isEmpty()) {
            tell(new Storage(Storage.State.FAILING, "What you write cannot be saved now: " + reason(failure)));
        }
        failing.add(port);
        if (!retrying) {
            retrying = true;
            desk.time().after(AGAIN_MILLIS, () -> {
                retrying = false;
                retry();
            });
        }
    }

    private void retry() {
        List<Map.Entry<Thing, Write>> again = List.copyOf(refused.entrySet());
        again.forEach(each -> {
            if (refused.remove(each.getKey(), each.getValue())) {
                begin(each.getKey(), each.getValue());
            }
        });
    }

    private void forgetSomeHistory() {
        Iterator<Thing> oldest = refused.keySet().iterator();
        while (refused.size() > MOST_OF_HISTORY && oldest.hasNext()) {
            if (oldest.next().port() == Port.HISTORY) {
                oldest.remove();
            }
        }
    }

    private void tell(Storage now) {
        desk.tell(new Update.StorageChanged(desk.key(), now));
    }

    /** One sentence's end, for the person. */
    static String reason(Throwable failure) {
        // A stage that depends on the failed one wraps it; what is below that is not meant for the person.
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        return cause.getMessage() == null ? "the disk does not take it" : cause.getMessage();
    }
}
