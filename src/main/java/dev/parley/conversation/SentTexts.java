package dev.parley.conversation;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** What was sent from the input, for Up and Ctrl-R; one for all consumers of a client. Stages complete on any thread. */
public interface SentTexts {
    CompletionStage<Void> add(String text);

    /** The newest ones, oldest first. */
    CompletionStage<List<String>> all();
}
