package dev.parley.session;

import dev.parley.conversation.ConsumerKey;
import dev.parley.host.Secret;
import dev.parley.session.Trouble.Hope;
import dev.parley.time.Time;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives one consumer its token: the one it was given or has kept, else a new one by its {@link Flow}, which is then kept
 * (PROTOCOL.md 2.1). A token that ends is followed by another of the same consumer where there is a way to one: before it
 * runs out, and once for each refusal. Nobody becomes another consumer behind the person's back. Event loop.
 */
final class SignIn {
    private static final Logger LOG = Logger.getLogger(SignIn.class.getName());

    /** Closes that may be about the token, and may not, are taken to be so no more often than this. */
    private static final long DOUBT_MILLIS = 5 * 60_000L;

    private final Flow flow;
    private final Time time;
    private final String account;
    private final int slot;
    private final boolean embedded;
    private final Credentials credentials;
    private final Consumer<String> warn;
    private final ServerClock clock;
    private final TokenLife life;
    private final SignInWords words;
    private final Function<String, Optional<ConsumerKey>> claim;

    /** The person gave the token, and may give another. */
    private boolean given;

    private boolean inBand;
    private @Nullable Pass mine;
    /** The service does not take it any more. */
    private boolean ended;
    /** It came in place of one that had ended, and has not been of use yet. */
    private boolean unproven;

    private long doubtedAt = Long.MIN_VALUE / 2;
    private @Nullable Hosts hosts;
    private @Nullable Future<Token> asking;
    private Consumer<Token> renewed = token -> {};

    /**
     * @param slot where a pass is kept that signing in gave
     * @param mine the one given or kept; empty to get one by {@code flow}
     * @param clock the service's
     * @param claim see {@link Persons#claim}
     */
    SignIn(
            Flow flow,
            SessionOptions options,
            int slot,
            Optional<Pass> mine,
            Consumer<String> warn,
            ServerClock clock,
            Function<String, Optional<ConsumerKey>> claim) {
        this.flow = flow;
        this.time = options.time();
        this.account = options.account();
        this.slot = slot;
        this.embedded = options.embeddedKey().isPresent();
        this.credentials = options.credentials();
        this.given = mine.isPresent() && mine.map(Pass::token).equals(options.token());
        this.inBand = options.signing().inBand();
        this.mine = mine.orElse(null);
        this.warn = warn;
        this.clock = clock;
        this.life = new TokenLife(clock, warn);
        this.words = new SignInWords(credentials.file());
        this.claim = claim;
    }

    /** @param listener gets each token that takes the place of one while that is in use */
    void onRenewed(Consumer<Token> listener) {
        renewed = listener;
    }

    /** Whether the token goes into the first frame. */
    boolean inBand() {
        return inBand;
    }

    /** Fails with {@link Trouble}. */
    Future<Token> token(Hosts where) {
        hosts = where;
        Future<Token> running = asking;
        if (running != null && !running.isComplete()) {
            // A second sign-up would be a second consumer.
            return running;
        }
        Pass known = mine;
        if (known == null) {
            return ask(flow.begin(where), null);
        }
        Future<Token> read = read(known);
        Optional<TokenProblem> over = read.succeeded() ? over(read.result()) : Optional.empty();
        if (read.succeeded() && !ended && over.isEmpty()) {
            return claimed(read.result());
        }
        if (renews()) {
            return ask(anew(where, known), known);
        }
        if (over.isPresent() && embedded && !given) {
            forget();
            return ask(flow.begin(where), null);
        }
        return over.<Future<Token>>map(problem -> Future.failedFuture(new Trouble(Hope.NONE, problem.sentence())))
                .orElse(read);
    }

    private Future<Pass> anew(Hosts where, Pass known) {
        return flow.renew(where, known.external()).recover(failure -> {
            boolean refused = failure instanceof Trouble trouble && trouble.isRefusedSignIn();
            if (refused && known.external().isPresent() && embedded) {
                forget();
                return flow.begin(where);
            }
            return Future.failedFuture(
                    refused && known.external().isPresent()
                            ? new Trouble(
                                    Hope.NONE, ((Trouble) failure).sentence() + ": /new --consumer new adds another")
                            : failure);
        });
    }

    /** Whether another token of the same consumer is to be had without the person. */
    private boolean renews() {
        Pass known = mine;
        return known != null && !given && (known.external().isPresent() || flow.isBrands());
    }

    private Optional<TokenProblem> over(Token token) {
        // Asking too early costs nothing, so where it can be asked for, this machine's clock is good enough.
        return clock.now()
                .or(() -> renews() ? Optional.of(time.now()) : Optional.empty())
                .flatMap(token::expiredAt);
    }

    /**
     * The connection with a token has ended.
     *
     * @param code the close code
     * @param shown that token
     * @param trusted whether the service had answered as it answers only who is signed in
     */
    Remedy ended(int code, Secret shown, boolean trusted) {
        Pass known = mine;
        if (known == null || !known.token().sameAs(shown)) {
            return Remedy.AT_HAND;
        }
        boolean refusal = CloseCode.of(code) == CloseCode.TOKEN;
        boolean ranOut = decoded(known).flatMap(this::over).isPresent();
        if (refusal && !ranOut && !trusted && !inBand) {
            // A bad token is refused at the upgrade. This one was let in and then not known: the header did not arrive.
            inBand = true;
            warn.accept("The token did not arrive in its header: something on the way takes it out. It goes into the"
                    + " first frame now; --auth init does so from the start.");
            return Remedy.AT_HAND;
        }
        if (!renews()) {
            return Remedy.NONE;
        }
        if (ranOut) {
            ended = true;
            return Remedy.AT_HAND;
        }
        if (refusal) {
            ended = true;
            return unproven ? Remedy.PERSON : Remedy.ASKS;
        }
        boolean doubtful = code == 1008 || code == 1011;
        if (doubtful && !unproven && time.millis() - doubtedAt >= DOUBT_MILLIS) {
            doubtedAt = time.millis();
            ended = true;
        }
        return Remedy.NONE;
    }

    /** The token is of use: the service has answered as it answers only who is signed in. */
    void proven() {
        unproven = false;
    }

    /** @param status what the service said to the token while connecting: 401 or 403, or a close code that means it */
    Trouble refused(int status) {
        if (given) {
            return words.refusesGiven(status);
        }
        if (renews()) {
            boolean again = unproven;
            ended = true;
            return again ? words.refusesNew(status) : words.wantsNew(status);
        }
        if (embedded && mine != null) {
            // Nobody else's service: its state was removed, and with it every conversation this consumer had.
            forget();
            return words.forgotten(status);
        }
        return words.unknown(status);
    }

    /** Flow E. The connection is still the old consumer's afterwards; the next dial is the new one's. */
    Future<Token> stepUp(Way.Brand brand) {
        Hosts where = hosts;
        if (where == null) {
            return Future.failedFuture(new Trouble(Hope.NONE, "nobody is signed in yet"));
        }
        return token(where)
                .compose(now -> flow.stepUp(where, brand, now.secret()))
                .compose(pass -> {
                    Future<Token> read = read(pass, Instant.EPOCH).compose(this::claimed);
                    if (read.succeeded()) {
                        flow.becomes(brand);
                        mine = pass;
                        given = false;
                        ended = false;
                        unproven = true;
                        watch(read.result());
                    }
                    return read;
                });
    }

    private void forget() {
        mine = null;
        warn.accept("The sandbox has forgotten this consumer: a new one signs up.");
    }

    /** @param former which it takes the place of; null for somebody new */
    private Future<Token> ask(Future<Pass> pass, @Nullable Pass former) {
        Future<Token> asked = pass.compose(fresh -> taken(fresh, former));
        asking = asked;
        return asked;
    }

    private Future<Token> taken(Pass fresh, @Nullable Pass former) {
        Pass known = mine;
        if (former != null && known != null && known != former) {
            // A step-up has come first: whoever it was asked for is somebody else by now.
            return read(known);
        }
        // It cannot have expired yet, whatever this machine's clock says.
        Future<Token> read = read(fresh, Instant.EPOCH);
        if (read.failed()) {
            return read;
        }
        Token token = read.result();
        Optional<Token> before = Optional.ofNullable(known).flatMap(this::decoded);
        if (before.isPresent() && !before.get().consumerId().equals(token.consumerId())) {
            return Future.failedFuture(new Trouble(
                    Hope.NONE,
                    "what the service gave is another consumer's token: start again to be that one, or"
                            + " /new --consumer new adds another"));
        }
        Future<Token> claimed = claimed(token);
        if (claimed.failed()) {
            return claimed;
        }
        LOG.info(() -> (before.isPresent() ? "a new token for " : "signed up a new consumer: ") + token.consumerId());
        mine = fresh;
        ended = false;
        unproven = former != null;
        watch(token);
        if (!flow.isBrands()) {
            keep(known == null ? credentials.keep(slot, fresh) : credentials.renew(known.token(), fresh));
        }
        return read;
    }

    private Future<Token> claimed(Token token) {
        return claim.apply(token.consumerId())
                .<Future<Token>>map(other -> Future.failedFuture(SignInWords.taken(other)))
                .orElseGet(() -> Future.succeededFuture(token));
    }

    private Optional<Token> decoded(Pass pass) {
        return Token.read(pass.token(), account, Instant.EPOCH) instanceof Token token
                ? Optional.of(token)
                : Optional.empty();
    }

    private void keep(CompletionStage<Void> kept) {
        kept.whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.log(Level.WARNING, "a token could not be kept", failure);
                warn.accept("This consumer's token could not be kept: it will not be there next time.");
            }
        });
    }

    private Future<Token> read(Pass pass) {
        return read(pass, clock.now().orElseGet(time::now));
    }

    private Future<Token> read(Pass pass, Instant at) {
        TokenReading reading = Token.read(pass.token(), account, at);
        if (reading instanceof Token token) {
            if (pass == mine) {
                watch(token);
            }
            return Future.succeededFuture(token);
        }
        String problem = ((TokenProblem) reading).sentence();
        return Future.failedFuture(words.unreadable(problem, given));
    }

    private void watch(Token token) {
        if (renews()) {
            life.watch(token, this::renewAhead);
        } else {
            life.watch(token, words.afterwards(given, embedded));
        }
    }

    /** In good time, and once: if it does not work, the next dial after its end tries again. */
    private void renewAhead() {
        Hosts where = hosts;
        Pass known = mine;
        Future<Token> running = asking;
        if (where == null || known == null || running != null && !running.isComplete()) {
            return;
        }
        ask(anew(where, known), known).onComplete(done -> {
            if (done.failed()) {
                warn.accept("This consumer's token is about to expire, and there is no new one yet: "
                        + Trouble.of(done.cause(), where.idp()).sentence());
            } else if (decoded(known)
                    .map(Token::consumerId)
                    .equals(Optional.of(done.result().consumerId()))) {
                renewed.accept(done.result());
            }
        });
    }
}
