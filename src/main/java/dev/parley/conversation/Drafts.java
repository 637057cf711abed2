package dev.parley.conversation;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Text not sent yet, one per place. One instance per account and consumer. Stages complete on any thread. */
public interface Drafts {
    /** Empty text forgets the draft. */
    CompletionStage<Void> save(Place place, String text);

    CompletionStage<Map<Place, String>> all();
}
