package dev.parley.referee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.referee.House.Delivery;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A messaging server on 127.0.0.1 that keeps its own account of what happened.
 *
 * <pre>{@code
 * try (Referee referee = Referee.start()) {
 *     referee.behave(Quirk.EVERYTHING_TWICE, Quirk.ANSWER_AFTER_NOTIFICATION);
 *     ... a client looks up its domains at referee.lookup(), signs up, opens a conversation, says "hello" ...
 *     Committed hello = referee.committed(entry -> entry.text().equals("hello")).get(10, SECONDS);
 *     referee.agentJoins(hello.conversationId());
 *     referee.agentSays(hello.conversationId(), "hello to you");
 *     assertThat(referee.fouls()).isEmpty();
 * }
 * }</pre>
 *
 * <p>Thread: any. A method returns when the referee has done it, which is not when a client has seen it. Only
 * {@link #committed}, {@link #requested} and {@link #socketOpened} are waits and give futures; what is chained to them runs on the
 * referee's loop, where all but start, going down, coming back and closing may be called too.
 */
public final class Referee implements AutoCloseable {
    public static final String ACCOUNT = "10000001";

    /** Frames and messages up to 4 MB. */
    private static final int LARGEST = 4 << 20;

    private final Loop loop = new Loop();
    private final Script script = new Script();
    private final House house = new House(script);
    private final Passes passes = new Passes();
    private final Seen<Line> opened = new Seen<>();
    private final Desk desk = new Desk(house, new Rules(house, passes));
    private final Door door = new Door(house, passes, new Oddities(script), desk, opened::add);
    private final int port;

    /** Touched on the event loop only; null while down. */
    private @Nullable HttpServer server;

    private Referee() {
        port = listen(0);
    }

    /** Listens at once, on a port of its own choosing. */
    public static Referee start() {
        return new Referee();
    }

    private int listen(int wanted) {
        return loop.join(() -> {
            HttpServer fresh = loop.vertx.createHttpServer(
                    new HttpServerOptions().setMaxWebSocketFrameSize(LARGEST).setMaxWebSocketMessageSize(LARGEST));
            server = fresh;
            return fresh.requestHandler(door::handle)
                    .listen(wanted, "127.0.0.1")
                    .map(HttpServer::actualPort)
                    .toCompletionStage()
                    .toCompletableFuture();
        });
    }

    /** {@code 127.0.0.1:port}, which is also what the domain lookup gives for every service, as long as it is asked so. */
    public String host() {
        return "127.0.0.1:" + port;
    }

    /** Where the domains of {@link #ACCOUNT} are looked up: {@code http://127.0.0.1:port}. */
    public URI lookup() {
        return URI.create("http://" + host());
    }

    /** The consumer's socket, with {@code v=3}. */
    public URI socket() {
        return URI.create("ws://" + host() + "/ws_api/account/" + ACCOUNT + "/messaging/consumer?v=3");
    }

    // How to behave.

    /** From now on with these quirks, besides those it has. */
    public void behave(Quirk... quirks) {
        loop.run(() -> script.quirks.addAll(Set.of(quirks)));
    }

    /** From now on without any. */
    public void behaveWell() {
        loop.run(script.quirks::clear);
    }

    /** What goes wrong with the next request of this type; more than one wait in line. */
    public void next(String requestType, Fault fault) {
        loop.run(() -> script.add(requestType, fault));
    }

    /** What goes wrong with the next thing a consumer says; receipts and chat states, published too, are let through. */
    public void nextMessage(Fault fault) {
        next("ms.PublishEvent ContentEvent", fault);
    }

    public void lookups(Lookup lookup) {
        loop.run(() -> script.lookup = lookup);
    }

    public void second(Second second) {
        loop.run(() -> script.second = second);
    }

    /** 200 gives a token. */
    public void answerSignUpsWith(int status) {
        loop.run(() -> script.signUpStatus = status);
    }

    /** From now on upgrades get this instead of a socket, for instance 401 or 503, or 200 with a page. */
    public void answerUpgradesWith(int status, String page) {
        loop.run(() -> script.upgrade = new Script.Upgrade(status, "", page));
    }

    public void redirectUpgradesTo(String location) {
        loop.run(() -> script.upgrade = new Script.Upgrade(302, location, ""));
    }

    /** Upgrades are read and never answered. */
    public void leaveUpgradesUnanswered() {
        loop.run(() -> script.upgrade = new Script.Upgrade(0, "", ""));
    }

    public void acceptUpgrades() {
        loop.run(() -> script.upgrade = new Script.Upgrade(101, "", ""));
    }

    /** Sockets stay open and new ones are accepted, but nothing said is heard and nothing is said (pings are still answered). */
    public void stall() {
        loop.run(() -> script.stalled = true);
    }

    /** First goes out what waited, then what came in is dealt with. */
    public void resume() {
        loop.run(() -> {
            script.stalled = false;
            for (Line line : List.copyOf(house.lines)) {
                line.flush();
                List<String> late = List.copyOf(line.unread);
                line.unread.clear();
                late.forEach(text -> desk.received(line, text));
            }
        });
    }

    /** Closes every socket; code 0 cuts them off without a closing frame. */
    public void closeSockets(int code, String reason) {
        loop.run(() -> List.copyOf(house.lines).forEach(line -> line.close(code, reason)));
    }

    /** As kill -9: sockets are cut off and the port refuses; what was committed is kept. */
    public void goDown() {
        loop.join(() -> {
            @Nullable HttpServer former = server;
            server = null;
            List.copyOf(house.lines).forEach(line -> line.close(0, ""));
            return former == null
                    ? CompletableFuture.completedFuture(true)
                    : former.close().map(true).toCompletionStage().toCompletableFuture();
        });
    }

    /** On the same port again, with the same conversations and tokens. */
    public void comeBack() {
        listen(port);
    }

    // Who takes part.

    /** A token for a consumer nobody was before; {@code sub} says its id. */
    public String token() {
        return loop.get(passes::give);
    }

    /** Another token for this consumer. */
    public String token(String consumerId) {
        return loop.get(() -> passes.give(consumerId));
    }

    /** From now on 401 at the upgrade. */
    public void revoke(String token) {
        loop.run(() -> passes.revoke(token));
    }

    /** An open conversation this consumer began somewhere else; gives its id, which is its dialog's too. */
    public String conversationOf(String consumerId) {
        return loop.get(() -> {
            Talk talk = house.open(consumerId);
            tell(deliveries -> house.changed(talk, deliveries));
            return talk.id;
        });
    }

    /** The consumer says something on another device; gives the sequence. */
    public int consumerSays(String conversationId, String text) {
        return publish(conversationId, false, Frames.text(text));
    }

    public void agentJoins(String conversationId) {
        loop.run(() -> {
            Talk talk = talk(conversationId);
            talk.join(house.now());
            tell(deliveries -> house.changed(talk, deliveries));
        });
    }

    /** Gives the sequence. */
    public int agentSays(String conversationId, String text) {
        return publish(conversationId, true, Frames.text(text));
    }

    /** COMPOSING, ACTIVE, PAUSE … */
    public int agentTypes(String conversationId, String chatState) {
        return publish(conversationId, true, Frames.chatState(chatState));
    }

    public int agentAccepts(String conversationId, Integer... sequences) {
        return publish(conversationId, true, Frames.acceptStatus("ACCEPT", List.of(sequences)));
    }

    public int agentReads(String conversationId, Integer... sequences) {
        return publish(conversationId, true, Frames.acceptStatus("READ", List.of(sequences)));
    }

    /** Any event, as it is. */
    public int agentPublishes(String conversationId, JsonNode event) {
        return publish(conversationId, true, event);
    }

    public void agentCloses(String conversationId) {
        loop.run(() -> {
            Talk talk = talk(conversationId);
            talk.close("AGENT", house.now());
            tell(deliveries -> house.changed(talk, deliveries));
        });
    }

    /** This text as it is, on every socket of this consumer. */
    public void sendRaw(String consumerId, String text) {
        loop.run(() -> house.lines.stream()
                .filter(line -> line.consumerId.filter(consumerId::equals).isPresent())
                .forEach(line -> line.sendRaw(text)));
    }

    // Looking back.

    /** Everything committed, in order: content and receipts, of both sides; no chat states. */
    public List<Committed> ledger() {
        return loop.get(house.ledger::all);
    }

    /** Every request that came, in order, as it was. Faulty ones too. */
    public List<ObjectNode> requests() {
        return loop.get(house.requests::all);
    }

    /** What a client did that PROTOCOL.md forbids; a right one leaves this empty. */
    public List<String> fouls() {
        return loop.get(() -> List.copyOf(house.fouls));
    }

    /** How many upgrades came with a token that is not taken. */
    public int refusedUpgrades() {
        return loop.get(() -> house.refusedUpgrades);
    }

    /** Ids, in order of opening. */
    public List<String> conversations() {
        return loop.get(() -> List.copyOf(house.talks.keySet()));
    }

    /** Consumer ids of the sockets open now; empty text for one that has not said who it is. */
    public List<String> connected() {
        return loop.get(() ->
                house.lines.stream().map(line -> line.consumerId.orElse("")).toList());
    }

    /** Completes with the first entry of the ledger that matches, be it there already or still to come. */
    public CompletableFuture<Committed> committed(Predicate<Committed> wanted) {
        return loop.await(house.ledger, wanted);
    }

    /** Completes with the first request that matches, be it here already or still to come. */
    public CompletableFuture<ObjectNode> requested(Predicate<ObjectNode> wanted) {
        return loop.await(house.requests, wanted);
    }

    /** Completes when the nth socket since the start has been opened, counted from 1. */
    public CompletableFuture<Boolean> socketOpened(int nth) {
        int[] left = {nth};
        return loop.await(opened, line -> --left[0] == 0).thenApply(line -> true);
    }

    @Override
    public void close() {
        goDown();
        loop.close();
    }

    private int publish(String conversationId, boolean agent, JsonNode event) {
        return loop.get(() -> {
            Talk talk = talk(conversationId);
            List<Delivery> deliveries = new ArrayList<>();
            if (agent && script.has(Quirk.UNKNOWN_EVENTS)) {
                house.publish(talk, talk.agentId, "ASSIGNED_AGENT", novelty(), MissingNode.getInstance(), deliveries);
            }
            int sequence = house.publish(
                    talk,
                    agent ? talk.agentId : talk.consumerId,
                    agent ? "ASSIGNED_AGENT" : "CONSUMER",
                    event,
                    MissingNode.getInstance(),
                    deliveries);
            House.deliver(deliveries);
            return sequence;
        });
    }

    private static ObjectNode novelty() {
        return Frames.object().put("type", "NoveltyEvent").put("novelty", true);
    }

    private Talk talk(String conversationId) {
        @Nullable Talk talk = house.talks.get(conversationId);
        if (talk == null) {
            throw new IllegalArgumentException("no conversation " + conversationId);
        }
        return talk;
    }

    private static void tell(Consumer<List<Delivery>> news) {
        List<Delivery> deliveries = new ArrayList<>();
        news.accept(deliveries);
        House.deliver(deliveries);
    }
}
