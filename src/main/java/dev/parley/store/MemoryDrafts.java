package dev.parley.store;

import dev.parley.conversation.Drafts;
import dev.parley.conversation.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

final class MemoryDrafts implements Drafts {
    private final Map<Place, String> texts = new HashMap<>();

    @Override
    public CompletionStage<Void> save(Place place, String text) {
        if (text.isEmpty()) {
            texts.remove(place);
        } else {
            texts.put(place, text);
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Map<Place, String>> all() {
        return CompletableFuture.completedStage(Map.copyOf(texts));
    }
}
