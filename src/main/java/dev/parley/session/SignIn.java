package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.host.Secret;
import dev.parley.session.Trouble.Hope;
import dev.parley.time.Time;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives one consumer its token: the one it was given or has kept, else a new one by signing up, which is then kept
 * (PROTOCOL.md 2.1, flow A). A token is never renewed behind the person's back: a new sign-up is another consumer. Event
 * loop.
 */
final class SignIn {
    private static final Logger LOG = Logger.getLogger(SignIn.class.getName());

    private final Web web;
    private final Time time;
    private final String account;
    private final int slot;
    private final Optional<Secret> embeddedKey;
    private final Credentials credentials;
    private final Consumer<String> warn;
    private final ServerClock clock;
    private final TokenLife life;

    /** The person gave the token, and may give another. */
    private final boolean given;

    private @Nullable Secret mine;
    private @Nullable Future<Token> signingUp;

    /**
     * @param slot where a token is kept that signing up gave
     * @param mine the token given or kept; empty to sign up
     * @param clock the service's
     */
    SignIn(Web web, SessionOptions options, int slot, Optional<Secret> mine, Consumer<String> warn, ServerClock clock) {
        this.web = web;
        this.time = options.time();
        this.account = options.account();
        this.slot = slot;
        this.embeddedKey = options.embeddedKey();
        this.credentials = options.credentials();
        this.given = mine.isPresent() && mine.equals(options.token());
        this.mine = mine.orElse(null);
        this.warn = warn;
        this.clock = clock;
        this.life = new TokenLife(clock, warn);
    }

    /** Fails with {@link Trouble}. */
    Future<Token> token(Endpoint idp) {
        Secret known = mine;
        if (known != null) {
            Future<Token> read = read(known);
            Optional<TokenProblem> expired =
                    read.succeeded() ? clock.now().flatMap(read.result()::expiredAt) : Optional.empty();
            if (expired.isEmpty()) {
                return read;
            }
            if (given || !embeddedKey.isPresent()) {
                return Future.failedFuture(new Trouble(Hope.NONE, expired.get().sentence()));
            }
            forget();
        }
        Future<Token> running = signingUp;
        if (running != null && !running.isComplete()) {
            // A second sign-up would be a second consumer.
            return running;
        }
        Map<String, Secret> headers =
                embeddedKey.map(secret -> Map.of("X-Parley-Key", secret)).orElse(Map.of());
        Future<Token> started = web.post(idp, "/api/account/" + account + "/signup", headers, "")
                .compose(answer -> signedUp(answer, idp));
        signingUp = started;
        return started;
    }

    /** @param status what the service said to the token: 401 or 403 */
    Trouble refused(int status) {
        if (given) {
            return new Trouble(
                    Hope.NONE, "the service refuses the token that was given (" + status + "): start with a new one");
        }
        if (embeddedKey.isPresent() && mine != null) {
            // Nobody else's service: its state was removed, and with it every conversation this consumer had.
            forget();
            return new Trouble(Hope.SOON, "the sandbox has forgotten this consumer (" + status + ")");
        }
        String anew = credentials
                .file()
                .map(file -> ", or remove " + file + " to begin with none kept")
                .orElse("");
        return new Trouble(
                Hope.NONE,
                "the service no longer knows this consumer (" + status + "): /new --consumer new adds another" + anew);
    }

    private void forget() {
        mine = null;
        warn.accept("The sandbox has forgotten this consumer: a new one signs up.");
    }

    private String afterwards() {
        if (given) {
            return "the service takes no new connection with it. Start again with a new one.";
        }
        return embeddedKey.isPresent()
                ? "a new consumer signs up in its place."
                : "the service no longer knows this consumer. /new --consumer new adds another.";
    }

    private Future<Token> signedUp(Web.Answer answer, Endpoint idp) {
        Optional<String> jwt = answer.body()
                .filter(body -> answer.isOk())
                .map(body -> body.path("jwt"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
        if (jwt.isEmpty()) {
            return Future.failedFuture(refused(answer, idp));
        }
        Secret fresh = Secret.of(jwt.get());
        return read(fresh).onSuccess(token -> {
            LOG.info(() -> "signed up a new consumer: " + token.consumerId());
            mine = fresh;
            credentials.keep(slot, fresh).whenComplete((done, failure) -> {
                if (failure != null) {
                    LOG.log(Level.WARNING, "a token could not be kept", failure);
                    warn.accept("This consumer's token could not be kept: it will not be there next time.");
                }
            });
        });
    }

    private Future<Token> read(Secret secret) {
        TokenReading reading = Token.read(secret, account, time.now());
        if (reading instanceof Token token) {
            life.watch(token, afterwards());
            return Future.succeededFuture(token);
        }
        String problem = ((TokenProblem) reading).sentence();
        return Future.failedFuture(new Trouble(Hope.NONE, given ? problem : problem + elsewhere()));
    }

    /** A kept token that is damaged, e.g. by the disk: the person never saw it, and is told where it is. */
    private String elsewhere() {
        return credentials
                .file()
                .map(file -> " It is kept in " + file + ". /new --consumer new adds another consumer.")
                .orElse("");
    }

    private static Trouble refused(Web.Answer answer, Endpoint idp) {
        int status = answer.status();
        if (status == 429) {
            return new Trouble(Hope.LATER, "the service takes no more sign-ups now (429)");
        }
        if (status >= 400 && status < 500) {
            return new Trouble(Hope.NONE, "the service refuses to sign up a new consumer (" + status + ")");
        }
        return Trouble.isServersOwn(status)
                ? new Trouble(Hope.RESTED, "signing up fails at " + idp.name() + " (" + status + ")")
                : Trouble.intruder(idp);
    }
}
