package dev.parley.referee;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Things in the order they happened, and those who wait for one of them. Owned by the referee's event loop. */
final class Seen<T> {
    private final List<T> all = new ArrayList<>();
    private final List<Waiter<T>> waiting = new ArrayList<>();

    private record Waiter<T>(Predicate<T> wanted, CompletableFuture<T> found) {}

    void add(T thing) {
        all.add(thing);
        for (Iterator<Waiter<T>> each = waiting.iterator(); each.hasNext(); ) {
            Waiter<T> waiter = each.next();
            if (waiter.wanted().test(thing)) {
                each.remove();
                waiter.found().complete(thing);
            }
        }
    }

    /** Completes with the first that matches, of those seen and those to come. */
    CompletableFuture<T> await(Predicate<T> wanted) {
        for (T thing : all) {
            if (wanted.test(thing)) {
                return CompletableFuture.completedFuture(thing);
            }
        }
        CompletableFuture<T> found = new CompletableFuture<>();
        waiting.add(new Waiter<>(wanted, found));
        return found;
    }

    List<T> all() {
        return List.copyOf(all);
    }
}
