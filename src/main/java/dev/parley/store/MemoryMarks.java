package dev.parley.store;

import dev.parley.conversation.Marks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

final class MemoryMarks implements Marks {
    private record Dialog(String conversationId, String dialogId) {}

    private final Map<Dialog, Mark> byDialog = new LinkedHashMap<>();

    @Override
    public CompletionStage<Void> mark(String conversationId, String dialogId, long upToSequence) {
        byDialog.merge(
                new Dialog(conversationId, dialogId),
                new Mark(conversationId, dialogId, upToSequence),
                (before, now) -> now.upToSequence() > before.upToSequence() ? now : before);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<List<Mark>> all() {
        return CompletableFuture.completedStage(List.copyOf(byDialog.values()));
    }
}
