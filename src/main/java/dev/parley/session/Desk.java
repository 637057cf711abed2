package dev.parley.session;

import dev.parley.conversation.Consumer;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Timeline;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Update;
import dev.parley.time.Time;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What the parts of one consumer's session share: its model, and the way to tell the screen. Event loop.
 *
 * @param inbox the authoritative model
 * @param screen gets what changed something
 * @param loop brings what completes on another thread back to the event loop
 * @param guards what keeps the promises
 */
record Desk(
        ConsumerKey key,
        Inbox inbox,
        java.util.function.Consumer<Update> screen,
        Time time,
        Executor loop,
        Requests requests,
        Guards guards) {
    /** More in one update would keep the screen from a key. */
    static final int EVENTS_AT_ONCE = 25;

    /** Folds the update in and passes on what changed something. */
    void tell(Update update) {
        boolean news = isAlwaysNews(update) || update instanceof Update.Events events && hasNew(events);
        if (inbox.apply(update) || news) {
            screen.accept(update);
        }
    }

    /**
     * The model only moves what is there for these; the screen has something to do with them in any case. A hole shows
     * nothing before the events after it, but each copy must know of it by then.
     */
    private static boolean isAlwaysNews(Update update) {
        return update instanceof Update.Notice
                || update instanceof Update.ServiceTime
                || update instanceof Update.HoleKnown
                || update instanceof Update.CopyKnown
                || update instanceof Update.Found
                || update instanceof Update.TextReturned
                || update instanceof Update.DraftLoaded
                || update instanceof Update.ProfileKnown
                || update instanceof Update.FormReady
                || update instanceof Update.PlaceOpened;
    }

    /** An event that changes nothing to see still takes its sequence, or the other copies would see a hole. */
    private boolean hasNew(Update.Events events) {
        Optional<Timeline> timeline =
                conversation(events.conversationId()).flatMap(conversation -> conversation.timeline(events.dialogId()));
        return events.events().stream()
                .anyMatch(event ->
                        timeline.flatMap(known -> known.event(event.sequence())).isEmpty());
    }

    void tell(Outgoing outgoing) {
        tell(new Update.OutgoingChanged(key, outgoing));
    }

    void complain(Optional<String> conversationId, String sentence) {
        tell(new Update.Notice(key, conversationId, true, sentence));
    }

    Optional<Consumer> consumer() {
        return inbox.consumer(key);
    }

    List<Conversation> conversations() {
        return consumer().map(Consumer::conversations).orElse(List.of());
    }

    Optional<Turn> turn(String conversationId, String dialogId, long sequence) {
        return conversation(conversationId)
                .flatMap(known -> known.timeline(dialogId))
                .flatMap(timeline -> timeline.event(sequence))
                .filter(Turn.class::isInstance)
                .map(Turn.class::cast);
    }

    Optional<Conversation> conversation(String id) {
        return consumer().flatMap(consumer -> consumer.conversation(id));
    }
}
