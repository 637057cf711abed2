package dev.parley.session;

import dev.parley.conversation.Command;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Link;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Ports;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.Update;
import dev.parley.conversation.Who;
import dev.parley.protocol.Codec;
import dev.parley.protocol.NotificationBody;
import dev.parley.protocol.RequestBody;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One consumer: puts together its link, list, dialogs and sending, and says what follows from what. On each connect:
 * list, then open dialogs, then what waits to be sent (PROTOCOL.md section 17.11). Event loop.
 */
final class ConsumerSession {
    private final Shared shared;
    private final Desk desk;
    private final Connection connection;
    private final Incoming incoming;
    private final ConversationList list;
    private final Dialogs dialogs;
    private final Archive archive;
    private final Stores stores;
    private final Letterbox box;
    private final Sender sender;
    private final Opener opener;
    private final ReceiptWriter receipts;
    private final Composing composing;
    private final Commands commands;

    /** Who this is; empty before the first sign-in. */
    private String consumerId = "";

    private @Nullable Hosts hosts;

    /** @param dialer made with whom to tell, at each dial, who the consumer is and where its services are */
    ConsumerSession(Shared shared, ConsumerKey key, Function<BiConsumer<Token, Hosts>, Dialer> dialer) {
        SessionOptions options = shared.options();
        this.shared = shared;
        Requests requests = new Requests(options.time(), request -> write(Codec.encode(request)));
        desk = new Desk(key, shared.inbox(), shared.screen(), options.time(), shared.loop(), requests);
        archive = new Archive(desk);
        stores = new Stores(desk);
        box = new Letterbox(desk, this::pump);
        dialogs = new Dialogs(desk, archive, this::caughtUp);
        receipts = new ReceiptWriter(desk, dialogs);
        composing = new Composing(desk, dialogs);
        list = new ConversationList(desk, this::reading, new Listed());
        sender = new Sender(desk, dialogs, box, new Sending());
        opener = new Opener(desk, box, options.account(), new Opened());
        incoming = new Incoming(desk, this::reading, dialogs, new Heard());
        commands = new Commands(desk, dialogs, stores, box, opener, receipts, composing);
        connection = new Connection(
                "consumer " + key.number(),
                options.time(),
                dialer.apply(this::known),
                new Retreat(options.time(), options.random()),
                new Line());
    }

    void start() {
        desk.tell(new Update.ConsumerAdded(desk.key()));
        connection.connect();
    }

    void handle(Command command) {
        if (command instanceof Command.Reconnect) {
            connection.connect();
        } else if (command instanceof Command.SpeakAsAgent say) {
            Hosts known = hosts;
            shared.voice()
                    .say(desk, known == null ? Optional.empty() : known.sandbox(), say.conversationId(), say.text());
        } else {
            commands.handle(command);
        }
    }

    void pause() {
        connection.pause();
    }

    void resume() {
        connection.resume();
    }

    void close() {
        connection.close();
    }

    private void write(String frame) {
        connection.write(frame);
    }

    private Reading reading() {
        return new Reading(consumerId, desk.time().now());
    }

    private void known(Token token, Hosts found) {
        boolean first = consumerId.isEmpty();
        consumerId = token.consumerId();
        hosts = found;
        desk.tell(new Update.ConsumerKnown(
                desk.key(),
                shared.options().account(),
                consumerId,
                found.messaging().name(),
                found.sandbox().isPresent(),
                token.expires()));
        if (first) {
            stores.open(shared.options().ports().of(shared.options().account(), consumerId), this::opened);
        }
    }

    private void opened(Ports ports, List<Outgoing> kept) {
        archive.open(ports.history());
        box.open(ports.outbox(), kept);
        if (list.isListed()) {
            sender.listed();
        }
    }

    private void pump() {
        opener.pump();
        sender.pump();
    }

    private void caughtUp(String conversationId, String dialogId) {
        sender.caughtUp(conversationId, dialogId);
        receipts.write(conversationId, dialogId);
    }

    private void met(Who who) {
        Hosts known = hosts;
        shared.names().want(desk, known == null ? Optional.empty() : known.profiles(), who);
    }

    private final class Line implements Connection.Owner {
        @Override
        public void up() {
            desk.requests().opened();
            list.up();
        }

        @Override
        public void frame(String text) {
            incoming.frame(text);
        }

        @Override
        public void beat() {
            long asked = desk.time().millis();
            desk.requests().ask(new RequestBody.GetClock(), outcome -> {
                if (outcome instanceof Outcome.Answered) {
                    connection.beatAnswered(desk.time().millis() - asked);
                }
            });
        }

        @Override
        public void broken() {
            dialogs.broken();
        }

        @Override
        public void down(int code) {
            list.down();
            dialogs.down();
            composing.down();
            sender.down(code);
            desk.requests().closed();
        }

        @Override
        public boolean sendWaits() {
            return sender.waits();
        }

        @Override
        public void show(Link link) {
            desk.tell(new Update.LinkChanged(desk.key(), link));
        }
    }

    private final class Listed implements ConversationList.Listener {
        @Override
        public void listed() {
            dialogs.up();
            opener.listed();
            sender.listed();
        }

        @Override
        public void changed(Conversation conversation) {
            dialogs.follow(conversation);
            sender.listed();
        }

        @Override
        public void met(Who who) {
            ConsumerSession.this.met(who);
        }

        @Override
        public void refused(Outcome outcome) {
            String why = "the service does not give the list of conversations: " + outcome.words();
            if (outcome.code() == 401 || outcome.code() == 403) {
                connection.stop(why);
            } else {
                connection.drop(why);
            }
        }
    }

    private final class Sending implements Sender.Around {
        @Override
        public boolean isListed() {
            return list.isListed();
        }

        @Override
        public void needConversation() {
            opener.need();
        }

        @Override
        public void sent(String conversationId) {
            composing.self(conversationId, false);
        }
    }

    private final class Opened implements Opener.Around {
        @Override
        public boolean isListed() {
            return list.isListed();
        }

        @Override
        public void readListAgain(String why) {
            connection.drop(why);
        }

        @Override
        public void opened(String conversationId, boolean isNew) {
            if (isNew) {
                dialogs.fresh(conversationId);
            } else {
                desk.conversation(conversationId).ifPresent(dialogs::follow);
            }
            sender.pump();
        }
    }

    private final class Heard implements Incoming.Listener {
        @Override
        public void listChanged(NotificationBody.ExConversationChange notification) {
            list.changed(notification);
        }

        @Override
        public void events(Incoming.Place place, List<TimelineEvent> events) {
            dialogs.events(place.conversationId(), place.dialogId(), events);
            sender.arrived(place.conversationId(), place.dialogId(), events);
            for (TimelineEvent event : events) {
                if (event instanceof TimelineEvent.Turn turn && !turn.who().self()) {
                    met(turn.who());
                    composing.other(place.conversationId(), turn.who(), "ACTIVE");
                    receipts.arrived(place.conversationId(), place.dialogId());
                }
            }
        }

        @Override
        public void chatState(String conversationId, Who who, String chatState) {
            composing.other(conversationId, who, chatState);
        }

        @Override
        public void broken(String why) {
            connection.drop(why);
        }
    }
}
