package dev.parley.store;

import dev.parley.conversation.Outbox;
import dev.parley.conversation.Outgoing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

final class MemoryOutbox implements Outbox {
    private final Map<String, Outgoing> byCid = new LinkedHashMap<>();
    private final MemoryDrafts drafts;

    MemoryOutbox(MemoryDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public CompletionStage<Void> accept(Outgoing outgoing) {
        byCid.put(outgoing.cid(), outgoing);
        return drafts.save(outgoing.place(), "");
    }

    /** What was removed stays so: the removal may have overtaken the news. */
    @Override
    public CompletionStage<Void> update(Outgoing outgoing) {
        byCid.computeIfPresent(outgoing.cid(), (cid, before) -> outgoing);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Void> remove(String cid) {
        byCid.remove(cid);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<List<Outgoing>> all() {
        return CompletableFuture.completedStage(List.copyOf(byCid.values()));
    }
}
