package dev.parley.store;

import dev.parley.conversation.Ports;
import dev.parley.conversation.SentTexts;
import dev.parley.conversation.Storage;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The ports in memory: what they keep lives as long as this does. The same account and consumer id give the same ports,
 * so a session that starts anew inside one client finds what the last one left. Event loop only; stages are complete
 * when they are handed out.
 */
public final class MemoryPorts implements Ports.Factory {
    private static final String WHY = "what you write is kept in memory only";

    private record Owner(String account, String consumerId) {}

    private final Map<Owner, Ports> ports = new HashMap<>();
    private final SentTexts sentTexts = new MemorySentTexts();

    @Override
    public Ports of(String account, String consumerId) {
        return ports.computeIfAbsent(new Owner(account, consumerId), owner -> {
            MemoryDrafts drafts = new MemoryDrafts();
            return new Ports(new MemoryOutbox(drafts), drafts, new MemoryHistory(), new MemoryMarks());
        });
    }

    /** One for all consumers. */
    public SentTexts sentTexts() {
        return sentTexts;
    }

    @Override
    public CompletionStage<Storage> storage() {
        return CompletableFuture.completedStage(new Storage(Storage.State.MEMORY, WHY));
    }
}
