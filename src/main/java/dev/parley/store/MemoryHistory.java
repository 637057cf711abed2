package dev.parley.store;

import dev.parley.conversation.History;
import dev.parley.conversation.TimelineEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

final class MemoryHistory implements History {
    private record Dialog(String conversationId, String dialogId) {}

    private final Map<Dialog, SortedMap<Long, TimelineEvent>> events = new HashMap<>();

    /** Of two events with the same sequence the first is kept, as in a timeline. */
    @Override
    public CompletionStage<Void> add(String conversationId, String dialogId, List<TimelineEvent> more) {
        SortedMap<Long, TimelineEvent> bySequence =
                events.computeIfAbsent(new Dialog(conversationId, dialogId), dialog -> new TreeMap<>());
        more.forEach(event -> bySequence.putIfAbsent(event.sequence(), event));
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<List<TimelineEvent>> of(String conversationId, String dialogId) {
        SortedMap<Long, TimelineEvent> bySequence =
                events.getOrDefault(new Dialog(conversationId, dialogId), new TreeMap<>());
        return CompletableFuture.completedStage(List.copyOf(bySequence.values()));
    }
}
