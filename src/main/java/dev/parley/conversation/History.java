package dev.parley.conversation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What was said, kept so that it need not be asked for again and can be read with no connection: a cache, which may be
 * lost. One per account and consumer. Strings are raw. Stages complete on any thread.
 */
public interface History {
    /** Of two events with the same sequence the first is kept, as in a timeline. */
    CompletionStage<Void> add(String conversationId, String dialogId, List<TimelineEvent> events);

    /** In order of sequence. */
    CompletionStage<List<TimelineEvent>> of(String conversationId, String dialogId);

    /** The service was asked again for {@code from..to} (inclusive) and has not got it. */
    CompletionStage<Void> addHole(String conversationId, String dialogId, long from, long to);

    CompletionStage<List<Timeline.Range>> holes(String conversationId, String dialogId);

    /** What is known of a conversation; older facts ({@code updatedMillis}) do not replace newer ones. */
    CompletionStage<Void> keep(ConversationFacts facts);

    /** The service no longer lists it: nothing of it is kept. */
    CompletionStage<Void> forget(String conversationId);

    CompletionStage<List<ConversationFacts>> conversations();

    /** What a participant is called. */
    CompletionStage<Void> name(Name name);

    CompletionStage<List<Name>> names();

    /**
     * Turns that hold all words of {@code text}, regardless of case and accents, newest first.
     *
     * @param conversationId empty: in all of this consumer's
     * @param most how many at most
     */
    CompletionStage<List<Hit>> find(String text, Optional<String> conversationId, int most);

    /** As {@link Update.NameKnown} says it. */
    record Name(String participantId, String name, boolean bot) {}

    record Hit(String conversationId, String dialogId, TimelineEvent.Turn turn) {}
}
