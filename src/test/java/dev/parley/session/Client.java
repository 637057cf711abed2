package dev.parley.session;

import dev.parley.bus.Bus;
import dev.parley.conversation.Command;
import dev.parley.conversation.Consumer;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Content;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.Link;
import dev.parley.conversation.Place;
import dev.parley.conversation.Ports;
import dev.parley.conversation.TimelineItem;
import dev.parley.conversation.Update;
import dev.parley.host.Secret;
import dev.parley.store.MemoryPorts;
import dev.parley.time.Time;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/** The sessions over real sockets, with a screen that folds what it is told and can be waited on. */
final class Client implements AutoCloseable {
    private static final int GUARD_SECONDS = 30;

    private record Waiter(Predicate<Client> wanted, CompletableFuture<Void> found) {}

    final Vertx vertx = Vertx.vertx();
    final Bus bus = new Bus();
    private final Time time;
    /** Loop only. */
    final Inbox inbox = new Inbox();

    final List<Update> told = new ArrayList<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private final Context loop = vertx.getOrCreateContext();
    private final Sessions sessions;
    /** Loop only. */
    private boolean resting;

    private int sent;

    Client(URI server) {
        this(server, Optional.empty(), OptionalInt.empty(), Credentials.forgetful());
    }

    Client(URI server, Optional<String> token, OptionalInt consumers, Credentials credentials) {
        this(server, token, consumers, credentials, new MemoryPorts());
    }

    Client(URI server, Optional<String> token, OptionalInt consumers, Credentials credentials, Ports.Factory ports) {
        this(server, token, consumers, credentials, ports, Guards.all(), QuickTime::new, Optional.empty());
    }

    Client(
            URI server,
            Optional<String> token,
            OptionalInt consumers,
            Credentials credentials,
            Ports.Factory ports,
            Guards guards,
            Function<Vertx, Time> clock) {
        this(server, token, consumers, credentials, ports, guards, clock, Optional.empty());
    }

    Client(
            URI server,
            Optional<String> token,
            OptionalInt consumers,
            Credentials credentials,
            Ports.Factory ports,
            Guards guards,
            Function<Vertx, Time> clock,
            Optional<String> readOnly) {
        this(server, token, consumers, credentials, ports, guards, clock, readOnly, Signing.UP);
    }

    /** Of one consumer, on a quick clock. */
    Client(URI server, Credentials credentials, Signing signing) {
        this(server, credentials, new MemoryPorts(), signing);
    }

    Client(URI server, Credentials credentials, Ports.Factory ports, Signing signing) {
        this(server, credentials, ports, signing, QuickTime::new);
    }

    Client(URI server, Credentials credentials, Ports.Factory ports, Signing signing, Function<Vertx, Time> clock) {
        this(
                server,
                Optional.empty(),
                OptionalInt.empty(),
                credentials,
                ports,
                Guards.all(),
                clock,
                Optional.empty(),
                signing);
    }

    private Client(
            URI server,
            Optional<String> token,
            OptionalInt consumers,
            Credentials credentials,
            Ports.Factory ports,
            Guards guards,
            Function<Vertx, Time> clock,
            Optional<String> readOnly,
            Signing signing) {
        time = clock.apply(vertx);
        SessionOptions options = new SessionOptions(
                World.ACCOUNT,
                server,
                Optional.empty(),
                Optional.empty(),
                token.map(Secret::of),
                consumers,
                Optional.empty(),
                credentials,
                ports,
                time,
                new Random(11),
                readOnly,
                guards,
                signing);
        sessions = join(on(() -> {
            bus.attach(vertx);
            bus.onUpdate(this::update);
            return new Sessions(vertx, bus, options);
        }));
        join(sessions.start().toCompletionStage().toCompletableFuture());
    }

    private void update(Update update) {
        inbox.apply(update);
        told.add(update);
        if (!resting) {
            bus.taken(1);
        }
        check();
    }

    /** The screen takes nothing any more, as when its terminal is stuck. */
    void rest() {
        join(on(() -> resting = true));
    }

    void wake() {
        join(on(() -> {
            resting = false;
            bus.taken(bus.outstanding());
            return null;
        }));
    }

    private void check() {
        for (Iterator<Waiter> each = waiters.iterator(); each.hasNext(); ) {
            Waiter waiter = each.next();
            if (waiter.wanted().test(this)) {
                each.remove();
                waiter.found().complete(null);
            }
        }
    }

    private <T> CompletableFuture<T> on(Callable<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.runOnContext(none -> {
            try {
                done.complete(task.call());
            } catch (Exception failure) {
                done.completeExceptionally(failure);
            }
        });
        return done;
    }

    static <T> T join(CompletableFuture<T> future) {
        try {
            return future.get(GUARD_SECONDS, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** What the screen's copy says now. */
    <T> T see(Function<Client, T> question) {
        return join(on(() -> question.apply(this)));
    }

    /** Waits until the screen's copy says so. */
    void until(String what, Predicate<Client> wanted) {
        until(what, GUARD_SECONDS * 1_000L, wanted);
    }

    void until(String what, long patienceMillis, Predicate<Client> wanted) {
        CompletableFuture<Void> found = join(on(() -> {
            Waiter waiter = new Waiter(wanted, new CompletableFuture<>());
            waiters.add(waiter);
            check();
            return waiter.found();
        }));
        try {
            found.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (Exception failure) {
            throw new AssertionError(
                    "waited in vain: " + what + "; told: " + see(client -> List.copyOf(told)), failure);
        }
    }

    void untilLink(Link.State state) {
        until(
                "link " + state,
                client -> client.link().map(Link::state).filter(state::equals).isPresent());
    }

    void untilRows(String conversationId, String... rows) {
        until("rows " + List.of(rows), client -> client.rows(conversationId).equals(List.of(rows)));
    }

    /** A sentence with these words in it was told, now or before. */
    void untilNotice(String words) {
        until(
                "notice " + words,
                client -> client.told.stream()
                        .anyMatch(update -> update instanceof Update.Notice notice
                                && notice.sentence().contains(words)));
    }

    Link linkNow() {
        return see(client -> client.link().orElse(Link.CLOSED));
    }

    int outstandingNow() {
        return see(client -> client.bus.outstanding());
    }

    /** Loop only. */
    Optional<Link> link() {
        return inbox.consumer(World.ME).map(Consumer::link);
    }

    List<String> rows(String conversationId) {
        List<String> rows = new ArrayList<>();
        List<TimelineItem> items = inbox.conversation(new Place(World.ME, conversationId))
                .map(Conversation::items)
                .orElse(List.of());
        for (TimelineItem item : items) {
            if (item instanceof TimelineItem.Said said) {
                rows.add(said.turn().content() instanceof Content.Text text ? text.text() : "unsupported");
            } else if (item instanceof TimelineItem.Own own) {
                rows.add(own.outgoing().delivery() + " " + own.outgoing().text());
            } else if (item instanceof TimelineItem.Missing missing) {
                rows.add("missing " + missing.from() + ".." + missing.to());
            } else if (item instanceof TimelineItem.HistoryNote note) {
                rows.add(note.state() + " " + note.words());
            }
        }
        return rows;
    }

    void command(Command command) {
        bus.send(command);
    }

    /** The cid; a null conversation is the place that is not opened yet. */
    String write(String conversationId, String text) {
        return write(World.ME, conversationId, text);
    }

    String write(ConsumerKey key, String conversationId, String text) {
        String cid = "cid-" + key.number() + "-" + ++sent;
        Place place = conversationId == null ? Place.unopened(key) : new Place(key, conversationId);
        command(new Command.Send(key, place, cid, text, time.now(), ""));
        return cid;
    }

    /** The id of the conversation that the unopened place has become. */
    String opened() {
        until("a conversation opened", client -> client.told.stream().anyMatch(Update.PlaceOpened.class::isInstance));
        return see(client -> client.told.stream()
                .filter(Update.PlaceOpened.class::isInstance)
                .map(update -> ((Update.PlaceOpened) update).conversationId())
                .findFirst()
                .orElseThrow());
    }

    String consumerId() {
        until(
                "signed in",
                client -> client.inbox
                        .consumer(World.ME)
                        .flatMap(each -> each.known())
                        .isPresent());
        return see(client -> client.inbox
                .consumer(World.ME)
                .orElseThrow()
                .known()
                .orElseThrow()
                .consumerId());
    }

    @Override
    public void close() {
        join(sessions.close().toCompletionStage().toCompletableFuture());
        bus.close();
        join(vertx.close().toCompletionStage().toCompletableFuture());
    }
}
