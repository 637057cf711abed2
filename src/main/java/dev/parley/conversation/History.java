package dev.parley.conversation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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

    /**
     * A stretch of it, so that the end of a long dialog can be read without the rest.
     *
     * @param upTo no sequence above it; {@link Long#MAX_VALUE} begins with the newest
     * @param most how many at most, from 1 up
     */
    CompletionStage<Page> page(String conversationId, String dialogId, long upTo, int most);

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

    /**
     * @param events in order of sequence; those that cannot be read are left out
     * @param next up to where the one before it goes; empty at the beginning
     */
    record Page(List<TimelineEvent> events, OptionalLong next) {
        public static final Page NOTHING = new Page(List.of(), OptionalLong.empty());

        public Page {
            events = List.copyOf(events);
        }
    }

    /** As {@link Update.NameKnown} says it. */
    record Name(String participantId, String name, boolean bot) {}

    record Hit(String conversationId, String dialogId, TimelineEvent.Turn turn) {}
}
