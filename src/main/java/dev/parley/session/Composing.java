package dev.parley.session;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Update;
import dev.parley.conversation.Who;
import dev.parley.protocol.Event;
import dev.parley.protocol.RequestBody;
import dev.parley.time.Time;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who is writing: the consumer's own COMPOSING and ACTIVE, and the others' (PROTOCOL.md 8.4). Event loop. */
final class Composing {
    private static final long REPEAT_MILLIS = 5_000;
    private static final long BELIEVED_MILLIS = 30_000;

    private record Writer(String conversationId, String participantId) {}

    private final Desk desk;
    private final Dialogs dialogs;
    /** When COMPOSING was last sent, by conversation; absent after ACTIVE. */
    private final Map<String, Long> told = new HashMap<>();

    private final Map<Writer, Time.Timer> writing = new HashMap<>();

    Composing(Desk desk, Dialogs dialogs) {
        this.desk = desk;
        this.dialogs = dialogs;
    }

    /** The person writes, or has stopped. */
    void self(String conversationId, boolean typing) {
        Long before = told.get(conversationId);
        long now = desk.time().millis();
        if (typing && (before == null || now - before >= REPEAT_MILLIS)) {
            if (publish(conversationId, "COMPOSING")) {
                told.put(conversationId, now);
            }
        } else if (!typing && before != null) {
            told.remove(conversationId);
            publish(conversationId, "ACTIVE");
        }
    }

    /** Somebody's chat state. Without another word it is believed for half a minute. */
    void other(String conversationId, Who who, String chatState) {
        if (who.self()) {
            return;
        }
        boolean typing = chatState.equals("COMPOSING");
        Writer writer = new Writer(conversationId, who.id());
        Optional.ofNullable(writing.remove(writer)).ifPresent(Time.Timer::cancel);
        if (typing) {
            writing.put(writer, desk.time().after(BELIEVED_MILLIS, () -> other(conversationId, who, "PAUSE")));
        }
        desk.tell(new Update.TypingChanged(desk.key(), conversationId, who, typing));
    }

    /** The socket is gone, and with it what was known of now. */
    void down() {
        told.clear();
        writing.values().forEach(Time.Timer::cancel);
        writing.clear();
    }

    private boolean publish(String conversationId, String chatState) {
        Optional<Conversation> conversation = desk.conversation(conversationId);
        if (conversation.isEmpty() || !conversation.get().isOpen()) {
            return false;
        }
        String dialogId = conversation.get().dialogId();
        if (!dialogs.isCaughtUp(dialogId)) {
            return false;
        }
        desk.requests()
                .ask(
                        new RequestBody.PublishEvent(
                                dialogId, Optional.of(conversationId), new Event.ChatStateEvent(chatState)),
                        outcome -> {});
        return true;
    }
}
