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
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

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
    private final Keeper keeper;
    private final Archive archive;
    private final Stores stores;
    private final Letterbox box;
    private final Enquiry enquiry;
    private final Sender sender;
    private final Opener opener;
    private final ReceiptWriter receipts;
    private final Composing composing;
    private final Commands commands;
    private final StepUp stepUp;
    private final Optional<Token> token;
    private final Identity identity;
    /** Why it only shows what is kept; empty as a rule. */
    private final Optional<String> readOnly;

    /**
     * @param token given or kept, so that it is known who this is before any connection; it may have expired
     * @param dialer made with whom to tell, at each dial, who the consumer is and where its services are
     */
    ConsumerSession(
            Shared shared, ConsumerKey key, Optional<Token> token, Function<BiConsumer<Token, Hosts>, Dialer> dialer) {
        SessionOptions options = shared.options();
        this.shared = shared;
        this.token = token;
        readOnly = options.readOnly();
        Requests requests = new Requests(options.time(), request -> write(Codec.encode(request)));
        desk = new Desk(key, shared.inbox(), this::told, options.time(), shared.loop(), requests, options.guards());
        identity = new Identity(desk, options);
        keeper = new Keeper(desk, readOnly.isEmpty(), this::keptAgain);
        archive = new Archive(desk, keeper);
        box = new Letterbox(desk, keeper, this::pump);
        stores = new Stores(desk, keeper, archive, box::drafted);
        dialogs = new Dialogs(desk, archive, this::caughtUp);
        receipts = new ReceiptWriter(desk, dialogs, archive);
        composing = new Composing(desk, dialogs);
        list = new ConversationList(desk, identity::reading, new Listed());
        enquiry = new Enquiry(desk, dialogs, box, options.guards().recognition(), this::pump);
        sender = new Sender(desk, dialogs, box, enquiry, new Sending());
        opener = new Opener(desk, box, options.account(), new Opened());
        incoming = new Incoming(desk, identity::reading, dialogs, new Heard());
        commands = new Commands(desk, dialogs, archive, stores, box, opener, receipts, composing, shared, identity);
        Dialer dials = dialer.apply(this::known);
        stepUp = new StepUp(
                desk,
                identity,
                options.signing().files(),
                dials::stepUp,
                opener::whenSettled,
                () -> shared.loop().execute(() -> handle(new Command.Reconnect(key))));
        connection = new Connection(
                "consumer " + key.number(),
                options.time(),
                dials,
                new Retreat(options.time(), options.random()),
                new Line());
    }

    void start() {
        desk.tell(new Update.ConsumerAdded(desk.key()));
        token.ifPresent(known -> become(known.consumerId(), () -> identity.expect(known)));
        if (readOnly.isPresent()) {
            desk.tell(new Update.LinkChanged(desk.key(), new Link(Link.State.OFFLINE, -1, readOnly.get())));
        } else {
            connection.connect();
        }
    }

    void handle(Command command) {
        if (readOnly.isPresent()) {
            LookingOnly.handle(desk, archive, readOnly.get(), command);
        } else if (command instanceof Command.Reconnect) {
            connection.connect();
        } else if (command instanceof Command.StepUp up) {
            stepUp.begin(up);
        } else if (command instanceof Command.SpeakAsAgent say) {
            shared.voice().say(desk, identity.sandbox(), say.conversationId(), say.text());
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
        archive.flush();
        connection.close();
    }

    private void write(String frame) {
        connection.write(frame);
    }

    private void known(Token found, Hosts where) {
        become(found.consumerId(), () -> identity.found(found, where));
    }

    /** Opens what is kept of the consumer, when it is another one than so far. */
    private void become(String consumerId, Runnable step) {
        boolean news = !identity.consumerId().equals(consumerId);
        if (news && identity.isKnown()) {
            // What the former one wrote goes along, and of its conversations those that it takes along itself.
            archive.close();
            stepUp.leave(consumerId);
        }
        step.run();
        if (news) {
            Ports.Factory factory = shared.options().ports();
            Ports ports = factory.of(shared.options().account(), consumerId);
            keeper.open(factory.storage());
            box.open(ports.outbox());
            stores.open(ports, this::restored);
        }
    }

    private void restored(List<Outgoing> kept) {
        list.restored();
        box.restore(kept, enquiry::stands);
        enquireWhenReady();
    }

    private void enquireWhenReady() {
        if (isReady()) {
            enquiry.listed();
        }
    }

    private boolean isReady() {
        return list.isListed() && box.isComplete();
    }

    /** What the screen is told is kept. */
    private void told(Update update) {
        archive.keep(update);
        shared.screen().accept(update);
    }

    private void keptAgain() {
        box.diskMayWork();
    }

    private void pump() {
        opener.pump();
        sender.pump();
    }

    private void caughtUp(String conversationId, String dialogId) {
        enquiry.caughtUp(conversationId, dialogId);
        receipts.write(conversationId, dialogId);
        commands.caughtUp(dialogId);
    }

    private void met(Who who) {
        shared.names().want(desk, identity.profiles(), who);
    }

    private final class Line implements Connection.Owner {
        @Override
        public void up() {
            desk.requests().opened();
            stepUp.up(list::up);
        }

        @Override
        public void frame(String text) {
            incoming.frame(text);
        }

        @Override
        public void beat() {
            shared.clock().ask(desk, connection::beatAnswered);
        }

        @Override
        public void odd() {
            incoming.odd();
        }

        @Override
        public void broken() {
            incoming.flush();
            list.broken();
            dialogs.broken();
        }

        @Override
        public void down(int code) {
            incoming.down(code);
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
            connection.proven();
            dialogs.up();
            opener.listed();
            enquireWhenReady();
        }

        @Override
        public void changed(Conversation conversation) {
            dialogs.follow(conversation);
            enquireWhenReady();
        }

        @Override
        public void met(Who who) {
            ConsumerSession.this.met(who);
        }

        @Override
        public void refused(Outcome outcome) {
            String why = "the service does not give the list of conversations: " + outcome.words();
            if (outcome.code() == 401 || outcome.code() == 403) {
                connection.refused(outcome.code(), why);
            } else {
                connection.drop(why);
            }
        }
    }

    private final class Sending implements Sender.Around {
        @Override
        public boolean isReady() {
            return ConsumerSession.this.isReady();
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
        public boolean isReady() {
            return ConsumerSession.this.isReady();
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
            enquiry.arrived(place.conversationId(), place.dialogId(), events);
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
