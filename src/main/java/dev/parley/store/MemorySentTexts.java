package dev.parley.store;

import dev.parley.conversation.SentTexts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

final class MemorySentTexts implements SentTexts {
    /** So many of the newest are kept. */
    static final int MOST = 1_000;

    private final Deque<String> texts = new ArrayDeque<>();

    @Override
    public CompletionStage<Void> add(String text) {
        texts.add(text);
        if (texts.size() > MOST) {
            texts.remove();
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<List<String>> all() {
        return CompletableFuture.completedStage(List.copyOf(texts));
    }
}
