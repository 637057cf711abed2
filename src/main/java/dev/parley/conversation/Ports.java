package dev.parley.conversation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What one consumer's session keeps, and where. */
public record Ports(Outbox outbox, Drafts drafts, History history, Marks marks) {
    /** Gives the ports of a consumer, known by account and consumer id; the same ports for the same consumer. */
    public interface Factory {
        /** Returns at once: opening what stands behind them is part of their first work. Event loop. */
        Ports of(String account, String consumerId);

        /** How it is kept, known when it has been opened; never fails. Any thread. */
        default CompletionStage<Storage> storage() {
            return CompletableFuture.completedStage(Storage.KEPT);
        }
    }
}
