package dev.parley.cli;

import dev.parley.host.Secret;
import dev.parley.session.Credentials;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Kept tokens where nothing may or can be written: those that are there, and no new one. */
record LookedAtTokens(Credentials kept) implements Credentials {
    @Override
    public CompletionStage<SortedMap<Integer, Secret>> all() {
        return kept.all();
    }

    @Override
    public CompletionStage<Void> keep(int slot, Secret token) {
        return CompletableFuture.completedStage(null);
    }
}
