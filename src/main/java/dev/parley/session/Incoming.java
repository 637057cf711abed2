package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.Who;
import dev.parley.protocol.Codec;
import dev.parley.protocol.Event;
import dev.parley.protocol.Frame;
import dev.parley.protocol.MalformedFrame;
import dev.parley.protocol.NotificationBody;
import dev.parley.protocol.NotificationBody.MessageChange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Logger;

/** Takes frames apart and brings each part where it belongs. Whatever they contain, nothing is thrown. Event loop. */
final class Incoming {
    private static final Logger LOG = Logger.getLogger(Incoming.class.getName());
    private static final int REMEMBERED = 5;
    private static final int MOST_MALFORMED = 3;
    private static final long MALFORMED_MILLIS = 60_000;
    /** One piece is taken by the screen while a key waits: at a start, before anything is compiled, 100 took it 30 ms. */
    private static final int MOST_TOGETHER = 25;

    /** Whom it concerns. */
    interface Listener {
        void listChanged(NotificationBody.ExConversationChange notification);

        void events(Place place, List<TimelineEvent> events);

        void chatState(String conversationId, Who who, String chatState);

        /** The stream cannot be relied upon. */
        void broken(String why);
    }

    /** One dialog of a conversation. */
    record Place(String conversationId, String dialogId) {}

    private final Desk desk;
    private final Supplier<Reading> reading;
    private final Dialogs dialogs;
    private final Listener listener;

    /** Kind and size of the last frames on this socket. */
    private final Deque<String> lately = new ArrayDeque<>();

    /** Events that came in this turn of the loop: told together, before anything else that comes is looked at. */
    private final Map<Place, List<TimelineEvent>> gathered = new LinkedHashMap<>();

    private int together;
    /** Whether the end of this turn tells them. */
    private boolean flushing;

    private int malformed;
    private long malformedSince;
    private long ignored;

    Incoming(Desk desk, Supplier<Reading> reading, Dialogs dialogs, Listener listener) {
        this.desk = desk;
        this.reading = reading;
        this.dialogs = dialogs;
        this.listener = listener;
    }

    /** Frames and parts of frames that said nothing to us. */
    long ignored() {
        return ignored;
    }

    /** A message that is no text. */
    void odd() {
        ignored++;
    }

    /** The socket is gone. @param code as a close code */
    void down(int code) {
        flush();
        if (CloseCode.of(code) == CloseCode.BROKEN_PROTOCOL) {
            LOG.info(() ->
                    "consumer " + desk.key().number() + ": what came before the close code " + code + ": " + lately);
        }
        lately.clear();
    }

    void frame(String text) {
        Frame frame;
        try {
            frame = Codec.decode(text);
        } catch (MalformedFrame spoilt) {
            flush();
            remember("unreadable", text);
            spoilt(spoilt, text);
            return;
        }
        remember(kind(frame), text);
        if (!(frame instanceof Frame.Notification notification
                && notification.body() instanceof NotificationBody.MessagingEvents)) {
            flush();
        }
        if (frame instanceof Frame.Response response) {
            desk.requests().answered(response);
        } else if (frame instanceof Frame.Notification notification) {
            notified(notification.body());
        } else {
            ignored++;
        }
    }

    private void notified(NotificationBody body) {
        if (body instanceof NotificationBody.ExConversationChange change) {
            ignored += change.unreadable().size();
            listener.listChanged(change);
        } else if (body instanceof NotificationBody.MessagingEvents events) {
            ignored += events.unreadable().size();
            messages(events);
        } else {
            ignored++;
        }
    }

    private void messages(NotificationBody.MessagingEvents notification) {
        for (MessageChange change : notification.changes()) {
            Optional<Place> place = place(change.conversationId(), change.dialogId());
            if (place.isPresent()) {
                message(change, place.get());
            } else {
                ignored++;
            }
        }
        for (JsonNode spoilt : notification.unreadable()) {
            Optional<String> conversationId =
                    Optional.of(spoilt.path("conversationId").asText("")).filter(id -> !id.isEmpty());
            Optional<TimelineEvent> silent = Reading.silent(spoilt);
            Optional<Place> place =
                    place(conversationId, spoilt.path("dialogId").asText(""));
            if (silent.isPresent() && place.isPresent()) {
                add(place.get(), silent.get());
            }
        }
        if (together >= MOST_TOGETHER) {
            flush();
        } else if (!flushing && together > 0) {
            flushing = true;
            desk.loop().execute(() -> {
                flushing = false;
                flush();
            });
        }
    }

    /** Tells what has been gathered. */
    void flush() {
        Map<Place, List<TimelineEvent>> now = new LinkedHashMap<>(gathered);
        gathered.clear();
        together = 0;
        now.forEach(listener::events);
    }

    private void message(MessageChange change, Place place) {
        Reading reader = reading.get();
        if (change.event() instanceof Event.ChatStateEvent state) {
            flush();
            listener.chatState(
                    place.conversationId(), reader.who(change.originatorId(), change.role()), state.chatState());
            return;
        }
        Optional<TimelineEvent> event = reader.event(change);
        if (event.isPresent()) {
            add(place, event.get());
        } else {
            ignored++;
        }
    }

    private void add(Place place, TimelineEvent event) {
        gathered.computeIfAbsent(place, key -> new ArrayList<>()).add(event);
        together++;
    }

    /** A dialog that nothing is known of has no row to stand in; when it is listed its history is read from the start. */
    private Optional<Place> place(Optional<String> conversationId, String dialogId) {
        if (dialogId.isEmpty()) {
            return Optional.empty();
        }
        return conversationId.or(() -> dialogs.conversationOf(dialogId)).map(id -> new Place(id, dialogId));
    }

    /** Of frames that the service may have taken offence at, or we: nothing of what they say. */
    private void remember(String kind, String text) {
        if (lately.size() == REMEMBERED) {
            lately.remove();
        }
        lately.add(kind + " of " + text.length() + " characters");
    }

    private static String kind(Frame frame) {
        return frame instanceof Frame.Notification notification
                ? notification.body().getClass().getSimpleName()
                : frame.getClass().getSimpleName();
    }

    private void spoilt(MalformedFrame why, String text) {
        LOG.info(() -> "consumer " + desk.key().number() + ": a frame of " + text.length()
                + " characters cannot be read: " + why.getMessage());
        long now = desk.time().millis();
        if (malformed == 0 || now - malformedSince > MALFORMED_MILLIS) {
            malformed = 0;
            malformedSince = now;
        }
        if (++malformed >= MOST_MALFORMED) {
            malformed = 0;
            listener.broken("the service sends what cannot be read");
        }
    }
}
