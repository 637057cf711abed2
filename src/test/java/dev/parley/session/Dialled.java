package dev.parley.session;

import dev.parley.fault.RawPeer;
import dev.parley.host.Secret;
import dev.parley.store.MemoryPorts;
import dev.parley.time.HandTime;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** One socket as the sessions dial it, with what it says in words. Its time is turned by hand. */
final class Dialled implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;
    private static final String BROKEN = "broken";

    private final Vertx vertx;
    private final HandTime time = new HandTime();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final Context loop;
    private final SocketDialer dialer;
    private final HttpWeb web;
    /** Loop only. */
    private Dialer.Wire wire;
    /** Loop only. */
    private String first = "";

    /** Dials 127.0.0.1 at this port at once, with a token and without any lookup. */
    Dialled(int port) {
        this(
                URI.create("http://127.0.0.1:" + port),
                Optional.of("127.0.0.1:" + port),
                Optional.of("127.0.0.1:" + port),
                Optional.of(World.jwt("me")),
                options -> options);
    }

    /** @param hosts where messaging and sign-in are, in place of a lookup */
    Dialled(
            URI server,
            Optional<String> messaging,
            Optional<String> idp,
            Optional<String> token,
            UnaryOperator<VertxOptions> settings) {
        vertx = Vertx.vertx(settings.apply(new VertxOptions().setEventLoopPoolSize(1)));
        loop = vertx.getOrCreateContext();
        web = new HttpWeb(vertx);
        SessionOptions options = new SessionOptions(
                World.ACCOUNT,
                server,
                messaging,
                idp,
                token.map(Secret::of),
                OptionalInt.empty(),
                Optional.empty(),
                Credentials.forgetful(),
                new MemoryPorts(),
                time,
                new Random(1),
                Optional.empty(),
                Guards.all());
        SignIn signIn = new SignIn(
                new Flow(new Idp(web, World.ACCOUNT, Optional.empty()), new Way.SignUp(), Runnable::run),
                options,
                1,
                token.map(Secret::of).map(Pass::of),
                warning -> said.add("warned " + warning),
                new ServerClock(time),
                consumerId -> Optional.empty());
        dialer = new SocketDialer(
                vertx,
                time,
                vertx.createWebSocketClient(SocketDialer.options()),
                new Gate(6, time),
                new Domains(web, time, World.ACCOUNT, server, messaging, idp),
                signIn,
                World.ACCOUNT,
                Guards.all().breakage(),
                (known, hosts) -> {});
        again();
    }

    /** Dials once more, a minute later. */
    void again() {
        advance(60_000);
        loop.runOnContext(none -> dialer.dial(new Heard()));
    }

    void advance(long millis) {
        on(() -> time.advance(millis));
    }

    /** As soon as it is open. */
    void write(String text) {
        on(() -> {
            if (wire == null) {
                first = text;
            } else {
                wire.write(text);
            }
        });
    }

    void pause() {
        on(() -> wire.pause());
    }

    void resume() {
        on(() -> wire.resume());
    }

    private void on(Runnable task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.runOnContext(none -> {
            task.run();
            done.complete(null);
        });
        Client.join(done);
    }

    /** What it said since it was last asked. */
    String next() throws InterruptedException {
        String next = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing more was said");
        }
        return next;
    }

    /** What it said after it may have said that it broke. */
    String nextButBroken() throws InterruptedException {
        String next = next();
        return next.equals(BROKEN) ? next() : next;
    }

    List<String> said() {
        return List.copyOf(said);
    }

    /** Waits until this peer has a guest whose request it has read. */
    void untilGuest(RawPeer peer) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (peer.guests().isEmpty() || peer.guests().get(0).head().isEmpty()) {
            if (System.nanoTime() > limit) {
                throw new AssertionError("nobody came");
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        Client.join(vertx.close().toCompletionStage().toCompletableFuture());
    }

    private final class Heard implements Dialer.Ear {
        @Override
        public boolean isWanted() {
            return true;
        }

        @Override
        public void opened(Dialer.Wire open) {
            wire = open;
            said.add("opened");
            if (!first.isEmpty()) {
                open.write(first);
            }
        }

        @Override
        public void failed(Trouble trouble) {
            said.add("failed " + trouble.hope() + " " + trouble.sentence());
        }

        @Override
        public void heard() {}

        @Override
        public void text(String frame) {
            said.add("text " + frame);
        }

        @Override
        public void odd() {
            said.add("odd");
        }

        @Override
        public void broken(String why) {
            said.add(BROKEN);
        }

        @Override
        public void closed(int code, String reason) {
            said.add(("closed " + code + " " + reason).strip());
        }
    }
}
