package dev.parley.conversation;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Own messages until the service has them. One per account and consumer. Stages complete on any thread; a failed one
 * carries the reason as its message.
 */
public interface Outbox {
    /** Completes when the message would survive a crash; the draft of its place is gone in the same step. */
    CompletionStage<Void> accept(Outgoing outgoing);

    /** A new state of a message accepted earlier. */
    CompletionStage<Void> update(Outgoing outgoing);

    /** Forgets it: it stands in the history, or was taken back. */
    CompletionStage<Void> remove(String cid);

    /** What is kept, in order of acceptance. */
    CompletionStage<List<Outgoing>> all();
}
