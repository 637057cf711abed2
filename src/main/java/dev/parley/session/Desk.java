package dev.parley.session;

import dev.parley.bus.Bus;
import dev.parley.conversation.Consumer;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Update;
import dev.parley.time.Time;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What the parts of one consumer's session share: its model, and the way to tell the screen. Event loop.
 *
 * @param inbox the authoritative model
 * @param loop brings what completes on another thread back to the event loop
 */
record Desk(ConsumerKey key, Inbox inbox, Bus bus, Time time, Executor loop, Requests requests) {
    /** Folds the update in and passes on what changed something. */
    void tell(Update update) {
        boolean changed = inbox.apply(update);
        if (changed
                || update instanceof Update.Notice
                || update instanceof Update.TextReturned
                || update instanceof Update.DraftLoaded) {
            bus.publish(update);
        }
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

    Optional<Conversation> conversation(String id) {
        return consumer().flatMap(consumer -> consumer.conversation(id));
    }
}
