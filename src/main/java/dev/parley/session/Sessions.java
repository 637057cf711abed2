package dev.parley.session;

import dev.parley.bus.Bus;
import dev.parley.conversation.Command;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.Update;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All consumers' sessions of this client, on one event loop. Made when the server's address is known; what the screen
 * asked before that waits in the bus.
 */
public final class Sessions {
    private static final int DIALS_AT_ONCE = 6;
    private static final int MOST_CONSUMERS = 1_000;
    private static final int MOST_OUTSTANDING = 1_000;

    private final Vertx vertx;
    private final Context context;
    private final Bus bus;
    private final SessionOptions options;
    private final HttpWeb web;
    private final HttpFreight freight;
    private final Domains domains;
    private final Idp idp;
    private final Gate gate;
    /** Held: a client that is collected closes its sockets. */
    private final WebSocketClient client;

    private final Shared shared;
    // From here on: event loop only.
    private final SortedMap<ConsumerKey, ConsumerSession> sessions = new TreeMap<>();

    private final Persons persons = new Persons();
    /** Behind all that are kept and all that have signed up since. */
    private int freeSlot = 1;

    private boolean paused;
    private boolean closed;

    public Sessions(Vertx vertx, Bus bus, SessionOptions options) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.bus = bus;
        this.options = options;
        this.web = new HttpWeb(vertx);
        this.freight = new HttpFreight(vertx);
        this.domains = new Domains(
                web, options.time(), options.account(), options.server(), options.messagingHost(), options.idpHost());
        this.idp = new Idp(web, options.account(), options.embeddedKey());
        this.client = vertx.createWebSocketClient(SocketDialer.options().setMaxConnections(MOST_CONSUMERS));
        this.gate = new Gate(DIALS_AT_ONCE, options.time());
        this.shared = new Shared(
                options,
                new Inbox(),
                this::publish,
                this::onLoop,
                new Names(web, options.account()),
                new AgentVoice(web, options.embeddedKey()),
                new ServerClock(options.time()),
                freight);
    }

    /** Signs the consumers in and connects them. Any thread, once; completes when all have been started, not when online. */
    public Future<Void> start() {
        Promise<Void> started = Promise.promise();
        options.credentials()
                .all()
                .whenComplete((kept, failure) -> onLoop(() -> {
                    startAll(failure == null ? kept : new TreeMap<>());
                    if (failure != null) {
                        publish(new Update.Notice(
                                new ConsumerKey(1),
                                Optional.empty(),
                                true,
                                "The consumers of last time could not be read: new ones are used."));
                    }
                    bus.onDrained(() -> onLoop(this::resume));
                    bus.onCommand(command -> onLoop(() -> handle(command)));
                    started.complete();
                }));
        return started.future();
    }

    /** Closes every socket; nothing is published any more. Any thread. */
    public Future<Void> close() {
        Promise<Void> done = Promise.promise();
        onLoop(() -> {
            closed = true;
            sessions.values().forEach(ConsumerSession::close);
            Future.join(web.close(), freight.close()).onComplete(ended -> done.complete());
        });
        return done.future();
    }

    private void startAll(SortedMap<Integer, Pass> kept) {
        freeSlot = kept.isEmpty() ? 1 : kept.lastKey() + 1;
        List<Optional<Pass>> passes = new ArrayList<>();
        options.token().map(Pass::of).ifPresent(given -> passes.add(Optional.of(given)));
        if (options.signing().way().isBrands()) {
            passes.add(Optional.empty());
        }
        kept.values().forEach(pass -> passes.add(Optional.of(pass)));
        // Nobody signs up to look at what is kept; one is there to say why.
        int wanted = options.readOnly().isPresent()
                ? Math.max(1, Math.min(passes.size(), options.consumers().orElse(passes.size())))
                : options.consumers().orElse(Math.max(1, passes.size()));
        for (int index = 0; index < wanted; index++) {
            ConsumerKey key = new ConsumerKey(index + 1);
            add(key, index < passes.size() ? passes.get(index) : Optional.empty(), wayOf(index));
        }
    }

    /** The brand speaks for one consumer: others sign up, beside it and beside one that the person gave the token of. */
    private Way wayOf(int index) {
        Way way = options.signing().way();
        return index > 0 && way.isBrands() || options.token().isPresent() ? new Way.SignUp() : way;
    }

    private void add(ConsumerKey key, Optional<Pass> pass, Way way) {
        SignIn signIn = new SignIn(
                new Flow(idp, way, this::onLoop),
                options,
                pass.isPresent() ? 0 : freeSlot++,
                pass,
                sentence -> publish(new Update.Notice(key, Optional.empty(), true, sentence)),
                shared.clock(),
                consumerId -> persons.claim(key, consumerId));
        ConsumerSession session = new ConsumerSession(
                shared,
                key,
                pass.flatMap(this::whoever)
                        .filter(token -> persons.claim(key, token.consumerId()).isEmpty()),
                known -> new SocketDialer(
                        vertx,
                        options.time(),
                        client,
                        gate,
                        domains,
                        signIn,
                        options.account(),
                        options.guards().breakage(),
                        known));
        sessions.put(key, session);
        session.start();
    }

    /** Who it is for, whether or not it has expired: what is kept can be read without the service. */
    private Optional<Token> whoever(Pass pass) {
        return Token.read(pass.token(), options.account(), Instant.EPOCH) instanceof Token token
                ? Optional.of(token)
                : Optional.empty();
    }

    private void handle(Command command) {
        if (closed) {
            return;
        }
        ConsumerSession session = sessions.get(command.consumer());
        if (session != null) {
            session.handle(command);
        } else if (command instanceof Command.AddConsumer && options.readOnly().isPresent()) {
            publish(new Update.Notice(
                    new ConsumerKey(1),
                    Optional.empty(),
                    true,
                    "No consumer can be added: " + options.readOnly().get()));
        } else if (command instanceof Command.AddConsumer) {
            add(command.consumer(), Optional.empty(), wayOf(1));
        }
    }

    private void publish(Update update) {
        if (closed) {
            return;
        }
        bus.publish(update);
        if (bus.outstanding() > MOST_OUTSTANDING) {
            paused = true;
            sessions.values().forEach(ConsumerSession::pause);
        }
    }

    private void resume() {
        if (paused) {
            paused = false;
            sessions.values().forEach(ConsumerSession::resume);
        }
    }

    private void onLoop(Runnable task) {
        context.runOnContext(none -> task.run());
    }
}
