package dev.parley.session;

import dev.parley.conversation.ConsumerKey;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The tokens of consumers that signed up, kept so that they are the same consumers next time: a lost token loses its
 * conversations (PROTOCOL.md section 17.2). One instance per account and server. Stages complete on any thread; a failed
 * one carries the reason as its message.
 */
public interface Credentials {
    /** In order of their keys; empty when none are kept. */
    CompletionStage<SortedMap<ConsumerKey, Secret>> all();

    CompletionStage<Void> keep(ConsumerKey consumer, Secret token);

    /** Keeps nothing beyond this process. Its {@code all} is empty, as at every first start. */
    static Credentials forgetful() {
        return new Credentials() {
            @Override
            public CompletionStage<SortedMap<ConsumerKey, Secret>> all() {
                return CompletableFuture.completedFuture(new TreeMap<>());
            }

            @Override
            public CompletionStage<Void> keep(ConsumerKey consumer, Secret token) {
                return CompletableFuture.completedFuture(null);
            }
        };
    }
}
