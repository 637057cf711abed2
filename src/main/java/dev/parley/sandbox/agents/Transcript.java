package dev.parley.sandbox.agents;

import dev.parley.protocol.Event;
import dev.parley.protocol.NotificationBody.MessageChange;
import dev.parley.sandbox.service.Conversation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What an agent reads out of a conversation's events. */
final class Transcript {
    static List<Seat.Turn> unanswered(Conversation conversation) {
        Deque<Seat.Turn> turns = new ArrayDeque<>();
        List<MessageChange> events = conversation.events();
        for (int at = events.size() - 1; at >= 0; at--) {
            MessageChange change = events.get(at);
            if (isSaid(change) && !byConsumer(change)) {
                break;
            }
            if (byConsumer(change) && change.event() instanceof Event.ContentEvent content && isText(content)) {
                turns.addFirst(new Seat.Turn(at, content.message().asText()));
            }
        }
        return List.copyOf(turns);
    }

    static boolean isText(Event.ContentEvent content) {
        return content.message().isTextual();
    }

    private static boolean isSaid(MessageChange change) {
        boolean content =
                change.event() instanceof Event.ContentEvent || change.event() instanceof Event.RichContentEvent;
        return content && change.audience().equals("ALL");
    }

    private static boolean byConsumer(MessageChange change) {
        return change.role().equals("CONSUMER");
    }

    private Transcript() {}
}
