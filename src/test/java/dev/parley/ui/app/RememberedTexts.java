package dev.parley.ui.app;

import dev.parley.conversation.SentTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What was sent in earlier runs, given when the test says so. */
final class RememberedTexts implements SentTexts {
    final List<String> added = new ArrayList<>();
    private final CompletableFuture<List<String>> earlier = new CompletableFuture<>();

    void give(String... oldestFirst) {
        earlier.complete(List.of(oldestFirst));
    }

    @Override
    public CompletionStage<Void> add(String text) {
        added.add(text);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<List<String>> all() {
        return earlier;
    }
}
