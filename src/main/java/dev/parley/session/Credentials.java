package dev.parley.session;

import dev.parley.host.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The passes of consumers that signed up, kept so that they are the same consumers next time: a lost token loses its
 * conversations (PROTOCOL.md section 17.2). Each has a slot, counted from 1, which says in which order they come back and
 * nothing else. One instance per account and server. Stages complete on any thread; a failed one carries the reason as
 * its message.
 */
public interface Credentials {
    /** In order of their slots; empty when none are kept. */
    CompletionStage<SortedMap<Integer, Pass>> all();

    /** Keeps it in {@code slot}, or behind all others where that is taken: nothing kept is ever written over. */
    CompletionStage<Void> keep(int slot, Pass pass);

    /** The same consumer has a newer pass: it takes the place of the one with {@code former}, or is kept behind all others. */
    CompletionStage<Void> renew(Secret former, Pass pass);

    /** Where they are kept, for the eye; empty when nowhere. */
    default Optional<Path> file() {
        return Optional.empty();
    }

    /** Keeps nothing beyond this process. Its {@code all} is empty, as at every first start. */
    static Credentials forgetful() {
        return new Credentials() {
            @Override
            public CompletionStage<SortedMap<Integer, Pass>> all() {
                return CompletableFuture.completedFuture(new TreeMap<>());
            }

            @Override
            public CompletionStage<Void> keep(int slot, Pass pass) {
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public CompletionStage<Void> renew(Secret former, Pass pass) {
                return CompletableFuture.completedFuture(null);
            }
        };
    }
}
