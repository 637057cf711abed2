package dev.parley.sandbox;

import dev.parley.sandbox.agents.Ada;
import dev.parley.sandbox.agents.Agent;
import dev.parley.sandbox.agents.Demo;
import dev.parley.sandbox.agents.Desk;
import dev.parley.sandbox.agents.Roster;
import dev.parley.sandbox.faults.FaultRefused;
import dev.parley.sandbox.faults.Quirk;
import dev.parley.sandbox.faults.Quirks;
import dev.parley.sandbox.service.FileLedger;
import dev.parley.sandbox.service.PersonAsAgent;
import dev.parley.sandbox.service.Service;
import dev.parley.sandbox.service.Tokens;
import dev.parley.sandbox.service.UrlSigner;
import dev.parley.sandbox.wire.Faults;
import dev.parley.sandbox.wire.Server;
import dev.parley.time.Time;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A running sandbox, in a Vert.x of its own with one event loop. Any thread may call it. */
public final class Sandbox {
    private static final Logger LOG = Logger.getLogger(Sandbox.class.getName());

    /** How long to wait before a disk that refused is tried again; ms. */
    private static final long DISK_AGAIN = 1_000;

    private final SandboxOptions options;
    private final Vertx vertx;
    private final Context loop;
    private final Keeping keeping;
    private final Service service;
    private final Server server;
    private final Optional<String> key;
    private final int port;
    private final Promise<Void> failure;
    private final Promise<Void> closed = Promise.promise();
    private final AtomicBoolean closing = new AtomicBoolean();

    private Sandbox(
            SandboxOptions options,
            Vertx vertx,
            Context loop,
            Keeping keeping,
            Service service,
            Server server,
            Optional<String> key,
            Promise<Void> failure) {
        this.options = options;
        this.vertx = vertx;
        this.loop = loop;
        this.keeping = keeping;
        this.service = service;
        this.server = server;
        this.key = key;
        this.port = server.port();
        this.failure = failure;
    }

    /**
     * Completes on the sandbox's own thread; fails with {@link SandboxRefused} and leaves nothing behind when the port is
     * taken or the folder cannot be used.
     */
    public static Future<Sandbox> start(SandboxOptions options) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        Context loop = vertx.getOrCreateContext();
        Time time = options.time().apply(vertx);
        Promise<Sandbox> started = Promise.promise();
        loop.runOnContext(go -> vertx.executeBlocking(() -> Keeping.open(options, time.now()))
                .compose(keeping -> listen(options, vertx, loop, time, keeping))
                .onSuccess(started::complete)
                .onFailure(e -> vertx.close().onComplete(closed -> started.fail(e))));
        return started.future();
    }

    private static Future<Sandbox> listen(
            SandboxOptions options, Vertx vertx, Context loop, Time time, Keeping keeping) {
        SecureRandom random = new SecureRandom();
        Optional<String> key = options.embedded() ? Optional.of(newKey(random)) : Optional.empty();
        Promise<Void> failure = Promise.promise();
        Server[] server = new Server[1];
        keeping.start(task -> loop.runOnContext(go -> task.run()), new FileLedger.Trouble() {
            @Override
            public void begun(IOException e) {
                LOG.log(Level.SEVERE, "the sandbox cannot write its ledger: everybody is sent away", e);
                server[0].fail(true);
                failure.tryFail(new SandboxRefused(
                        SandboxRefused.Why.FOLDER, "The sandbox cannot write its ledger: " + e.getMessage(), e));
            }

            @Override
            public void later(Runnable again) {
                time.after(DISK_AGAIN, again);
            }

            @Override
            public void over() {
                LOG.info("the sandbox can write its ledger again: everybody is let in");
                server[0].fail(false);
            }
        });
        Service service = new Service(
                options.account(),
                keeping.state(),
                keeping.ledger(),
                new Tokens(keeping.signingKey(), options.account(), options.tokenLife()),
                time,
                () -> UUID.randomUUID().toString(),
                keeping.vault(),
                new UrlSigner(keeping.signingKey()),
                quirks(options));
        Roster roster = new Roster(options.agent(), nickname -> agent(nickname, options.pace()));
        PersonAsAgent person = new PersonAsAgent(service.conversations(), time);
        Executor onLoop = task -> loop.runOnContext(go -> task.run());
        server[0] = new Server(vertx, service, person, keeping.vault(), time, options.account(), key, onLoop);
        server[0].faults().inForce(options.faults());
        return server[0]
                .listen(options.port())
                .map(listening -> {
                    LOG.info(() ->
                            "the sandbox serves account " + options.account() + " on 127.0.0.1:" + server[0].port()
                                    + " with " + keeping.state().conversations().size() + " conversations kept");
                    keeping.setAside()
                            .ifPresent(path ->
                                    LOG.warning(() -> "the end of the ledger was damaged and is now in " + path));
                    options.folder().flatMap(asked -> keeping.keepsNothing()).ifPresent(LOG::warning);
                    new Desk(service.conversations(), roster, time, keeping.vault(), server[0].levers()).open();
                    return new Sandbox(options, vertx, loop, keeping, service, server[0], key, failure);
                })
                .recover(e -> keeping.close().compose(closed -> Future.failedFuture(portRefused(options.port(), e))));
    }

    private static Quirks quirks(SandboxOptions options) {
        Quirks quirks = new Quirks();
        quirks.set(options.quirks());
        return quirks;
    }

    private static String newKey(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Throwable portRefused(int port, Throwable e) {
        return e instanceof IOException
                ? new SandboxRefused(
                        SandboxRefused.Why.PORT,
                        "Port " + port + " on 127.0.0.1 cannot be used: another program has it",
                        e)
                : e;
    }

    /** On 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Where domains are looked up: {@code http://127.0.0.1:PORT}. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public String account() {
        return options.account();
    }

    /** For the header {@code X-Parley-Key}, when embedded. A secret: never logged. */
    public Optional<String> key() {
        return key;
    }

    /** Where a damaged end of the ledger was put at the start, if there was one. */
    public Optional<Path> setAside() {
        return keeping.setAside();
    }

    /** Why nothing outlives this process, as a sentence for the person; empty when all is kept. */
    public Optional<String> keepsNothing() {
        return keeping.keepsNothing();
    }

    /** Another token for a consumer, as the brand's own system would hand it out: also where older ones have expired. */
    public Future<String> token(String consumerId) {
        return ask(() -> service.logins().tokenFor(consumerId));
    }

    /** What the service has taken in and kept so far, ready to be judged. */
    public Future<LedgerCheck> ledger() {
        Promise<LedgerCheck> answer = Promise.promise();
        loop.runOnContext(go -> service.afterwards(() -> answer.complete(LedgerCheck.of(keeping.state()))));
        return answer.future();
    }

    private <T> Future<T> ask(Supplier<T> question) {
        Promise<T> answer = Promise.promise();
        loop.runOnContext(go -> answer.complete(question.get()));
        return answer.future();
    }

    /**
     * The service goes this way from now on: lines {@code NAME=VALUE} of {@link Quirk}. Fails with {@link FaultRefused}, and
     * nothing changes, when one of them cannot be read.
     */
    public Future<Void> quirks(String lines) {
        try {
            Map<Quirk, String> values = Quirks.read(lines);
            return this.<Optional<Void>>ask(() -> {
                        service.quirks().set(values);
                        return Optional.empty();
                    })
                    .mapEmpty();
        } catch (FaultRefused e) {
            return Future.failedFuture(e);
        }
    }

    public Faults faults() {
        return server.faults();
    }

    /**
     * Fails with {@link SandboxRefused} when the ledger cannot be written for the first time. Clients are sent away then and
     * let in again when the disk takes it after all; whoever cannot wait closes the sandbox.
     */
    public Future<Void> failure() {
        return failure.future();
    }

    /** Lets the clients go, keeps what is still on its way to disk, frees port and folder. Idempotent. */
    public Future<Void> close() {
        if (closing.compareAndSet(false, true)) {
            loop.runOnContext(go -> server.close()
                    .transform(done -> keeping.close())
                    .onComplete(done -> vertx.close().onComplete(closed)));
        }
        return closed.future();
    }

    private static Agent agent(String nickname, double pace) {
        return nickname.equals(Demo.NICKNAME) ? new Demo(pace) : new Ada(nickname, pace);
    }
}
