package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.Frame;
import dev.parley.protocol.RequestBody;
import dev.parley.sandbox.faults.Quirk;
import dev.parley.sandbox.faults.Quirks;
import dev.parley.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The consumer's side of the service: frames in, answers and notifications out, PROTOCOL.md sections 3 to 9 and 16. An answer
 * goes out before the notifications it causes. No sockets, no disk of its own. Owned by the sandbox's event loop.
 */
public final class Service {
    /** A token that lives longer outlives any socket; ms. */
    private static final long LONGEST_TIMER = Duration.ofDays(20).toMillis();

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final State state;
    private final Ledger ledger;
    private final Time time;
    private final Supplier<String> ids;
    private final Quirks quirks;
    private final Switchboard switchboard;
    private final Conversations conversations;
    private final Presence presence;
    private final Profiles profiles;
    private final SharedFiles files;
    private final Forms forms;
    private final Requests requests;
    private final RateLimit rate;
    private final Logins logins;

    /**
     * @param ids new ids, unguessable
     * @param vault where the bytes of files are kept
     * @param quirks read at each turn, so that they can be changed at any time
     */
    public Service(
            String account,
            State state,
            Ledger ledger,
            Tokens tokens,
            Time time,
            Supplier<String> ids,
            Vault vault,
            UrlSigner signer,
            Quirks quirks) {
        this.state = state;
        this.ledger = ledger;
        this.time = time;
        this.ids = ids;
        this.quirks = quirks;
        switchboard = new Switchboard(ledger, account, time, quirks);
        conversations = new Conversations(account, state, ledger, switchboard, ids, quirks);
        presence = new Presence(conversations);
        profiles = new Profiles(conversations);
        files = new SharedFiles(account, conversations, ledger, vault, signer, time, quirks);
        forms = new Forms(conversations, time);
        requests = new Requests(account, time, quirks, switchboard, conversations, presence, profiles, files, forms);
        rate = new RateLimit(time, quirks);
        logins = new Logins(tokens, time, ids);
    }

    /** Runs {@code task} when everything done so far is kept. */
    public void afterwards(Runnable task) {
        ledger.afterwards(task);
    }

    public Conversations conversations() {
        return conversations;
    }

    public SharedFiles files() {
        return files;
    }

    public Forms forms() {
        return forms;
    }

    public Quirks quirks() {
        return quirks;
    }

    /** Tokens, and whoever signs in otherwise than by signing up. */
    public Logins logins() {
        return logins;
    }

    /** What a token says; empty when it is not ours, for another account, expired or ended. */
    public Optional<Tokens.Bearer> bearer(String token) {
        return logins.bearer(token);
    }

    /** The public profile of an agent who has joined some conversation. */
    public Optional<ObjectNode> agentProfile(String agentId) {
        return profiles.ofAgent(agentId);
    }

    /** A socket is up; {@code consumerId} if it showed its token on the way. */
    public Client connected(Outlet outlet, Optional<String> consumerId) {
        Client client = new Client(outlet, consumerId);
        switchboard.add(client);
        return client;
    }

    /** From now on the socket is this consumer's, until the token runs out: then it is closed with 4401. */
    public void admit(Client client, Tokens.Bearer bearer) {
        long left = Duration.between(time.now(), bearer.expires()).toMillis();
        Optional<Time.Timer> timer = left > LONGEST_TIMER
                ? Optional.empty()
                : Optional.of(time.after(Math.max(0, left), () -> expired(client)));
        client.identify(bearer, timer);
    }

    private void expired(Client client) {
        String code = quirks.of(Quirk.TOKEN_END);
        if (!code.equals("never")) {
            client.outlet.close(Integer.parseInt(code), "Identity token has expired");
        }
    }

    /** The dialogs this socket hears. */
    public Set<String> dialogsOf(Client client) {
        return Set.copyOf(client.dialogs);
    }

    /** Everything the socket listens to once more from its start, unasked. */
    public void tellAgain(Client client) {
        for (String dialog : client.dialogs) {
            state.conversationWith(dialog)
                    .flatMap(it -> it.dialog(dialog))
                    .ifPresent(it -> switchboard.tellHistory(client, it, 0));
        }
    }

    /** A socket is gone: the service says BACKGROUND for its consumer (PROTOCOL.md 8.4). */
    public void disconnected(Client client) {
        switchboard.remove(client);
        client.gone();
        presence.left(client, now());
        conversations.deliverNews();
    }

    public void handle(Client client, Frame.Request request) {
        Runnable answer;
        try {
            Answer good = answer(client, request);
            answer = () -> switchboard.respond(client, request.id(), good);
        } catch (Refusal bad) {
            answer = () -> switchboard.refuse(client, request.id(), bad);
        }
        if (quirks.is(Quirk.ORDER, "news-first")) {
            conversations.deliverNews();
        }
        answer.run();
        conversations.deliverNews();
    }

    private Answer answer(Client client, Frame.Request request) {
        RequestBody body = request.body();
        rate.check(client);
        if (body instanceof RequestBody.GetClock) {
            return new Answer("GetClockResponse", JSON.objectNode().put("currentTime", now()));
        }
        if (body instanceof RequestBody.InitConnection) {
            request.headers().forEach(client::announce);
            return init(client, request.headers());
        }
        String consumer = client.consumerId().orElseThrow(() -> new Refusal(401, "Connection is not initialized"));
        return requests.answer(client, consumer, request);
    }

    private Answer init(Client client, List<JsonNode> headers) {
        for (JsonNode header : headers) {
            if (header.path("type").asText().endsWith("ConsumerAuthentication")) {
                Tokens.Bearer bearer = bearer(header.path("jwt").asText())
                        .filter(it ->
                                client.consumerId().map(it.consumerId()::equals).orElse(true))
                        .orElseThrow(() -> {
                            client.outlet.close(4401, "Identity token is invalid");
                            return new Refusal(401, "Identity token is invalid");
                        });
                admit(client, bearer);
            }
        }
        if (client.consumerId().isEmpty()) {
            throw new Refusal(401, "Identity token is missing");
        }
        return Answer.words("Connection initialized successfully");
    }

    private long now() {
        return time.now().toEpochMilli();
    }
}
