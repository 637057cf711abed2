package dev.parley.cli;

import dev.parley.host.Secret;
import dev.parley.session.Credentials;
import dev.parley.session.Pass;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Kept tokens where nothing may or can be written: those that are there, and no new one. */
record LookedAtTokens(Credentials kept) implements Credentials {
    @Override
    public CompletionStage<SortedMap<Integer, Pass>> all() {
        return kept.all();
    }

    @Override
    public CompletionStage<Void> keep(int slot, Pass pass) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Void> renew(Secret former, Pass pass) {
        return CompletableFuture.completedStage(null);
    }
}
