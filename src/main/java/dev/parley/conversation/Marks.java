package dev.parley.conversation;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Up to where the person has seen each dialog. One per account and consumer. Stages complete on any thread. */
public interface Marks {
    /** @param upToSequence what is lower than an earlier mark changes nothing */
    CompletionStage<Void> mark(String conversationId, String dialogId, long upToSequence);

    CompletionStage<List<Mark>> all();

    record Mark(String conversationId, String dialogId, long upToSequence) {}
}
