package dev.parley.conversation;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** What was said, kept so that it need not be asked for again. One per account and consumer. Stages complete on any thread. */
public interface History {
    CompletionStage<Void> add(String conversationId, String dialogId, List<TimelineEvent> events);

    /** In order of sequence. */
    CompletionStage<List<TimelineEvent>> of(String conversationId, String dialogId);
}
