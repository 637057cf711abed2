package dev.parley.session;

import dev.parley.time.Time;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Signs in and opens the consumer WebSocket (PROTOCOL.md section 3). Event loop.
 */
final class SocketDialer implements Dialer {
    // The connect time-out ends with TCP; a server may take the connection and never answer the upgrade.
    private static final int UPGRADE_MILLIS = 10_000;
    private static final int CONNECT_MILLIS = 10_000;
    private static final int CLOSING_SECONDS = 2;
    private static final int IDLE_SECONDS = 60;
    private static final int LARGEST = 4 << 20;

    private final Vertx vertx;
    private final Time time;
    private final WebSocketClient client;
    private final Gate gate;
    private final Domains domains;
    private final SignIn signIn;
    private final String account;
    private final Guards.Breakage breakage;
    private final BiConsumer<Token, Hosts> known;
    /** Something else answered where the service should have. */
    private boolean metStranger;
    /** What the last socket was opened with. */
    private @Nullable Token shown;

    private @Nullable Hosts where;

    /** @param known told at each dial who the consumer is and where its services are */
    SocketDialer(
            Vertx vertx,
            Time time,
            WebSocketClient client,
            Gate gate,
            Domains domains,
            SignIn signIn,
            String account,
            Guards.Breakage breakage,
            BiConsumer<Token, Hosts> known) {
        this.vertx = vertx;
        this.time = time;
        this.client = client;
        this.gate = gate;
        this.domains = domains;
        this.signIn = signIn;
        this.account = account;
        this.breakage = breakage;
        this.known = known;
        signIn.onRenewed(token -> {
            Hosts hosts = where;
            if (hosts != null) {
                known.accept(token, hosts);
            }
        });
    }

    /** How every socket to the service is: nothing is compressed, nobody is trusted but by the JDK's own store. */
    static WebSocketClientOptions options() {
        return new WebSocketClientOptions()
                .setMaxFrameSize(LARGEST)
                .setMaxMessageSize(LARGEST)
                .setConnectTimeout(CONNECT_MILLIS)
                .setClosingTimeout(CLOSING_SECONDS)
                // Longer than any link of ours is silent: for what is left of one that the server does not end.
                .setIdleTimeout(IDLE_SECONDS)
                .setTcpKeepAlive(true)
                .setTrustAll(false)
                .setVerifyHost(true)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                .setTryUsePerFrameCompression(false)
                .setTryUsePerMessageCompression(false);
    }

    @Override
    public void dial(Ear ear) {
        gate.enter(leave -> {
            if (ear.isWanted()) {
                open(ear).onComplete(done -> leave.run()).onSuccess(ear::opened).onFailure(failure -> {
                    domains.forget();
                    ear.failed(
                            failure instanceof Trouble trouble
                                    ? trouble
                                    : new Trouble(Trouble.Hope.SOON, "connecting did not work"));
                });
            } else {
                leave.run();
            }
        });
    }

    @Override
    public Remedy ended(int code, boolean trusted) {
        Token token = shown;
        return token == null ? Remedy.NONE : signIn.ended(code, token.secret(), trusted);
    }

    @Override
    public void proven() {
        signIn.proven();
    }

    @Override
    public Future<Token> stepUp(Way.Brand way) {
        return signIn.stepUp(way);
    }

    private Future<Wire> open(Ear ear) {
        return domains.find()
                .compose(hosts -> signIn.token(hosts).compose(token -> {
                    shown = token;
                    where = hosts;
                    known.accept(token, hosts);
                    return ClearText.check(vertx, hosts.messaging())
                            .compose(at -> knock(at).compose(itself -> connect(at, token, ear)));
                }));
    }

    /** What answered in place of the service does not get the token a second time: first the service must show itself. */
    private Future<Void> knock(Endpoint at) {
        if (!metStranger) {
            return Future.succeededFuture();
        }
        return opened(client.webSocket(), upgrade(at))
                .<Void>compose(WebSocket::close)
                .recover(failure -> status(failure) == 401 ? Future.succeededFuture() : failed(Trouble.of(failure, at)))
                .onSuccess(itself -> metStranger = false);
    }

    private Future<Wire> connect(Endpoint at, Token token, Ear ear) {
        ClientWebSocket socket = client.webSocket();
        Optional<Greeting> greeting =
                signIn.inBand() ? Optional.of(new Greeting(token, signIn, ear)) : Optional.empty();
        // Before connecting: a frame may arrive with the upgrade's answer.
        socket.frameHandler(frame -> {
            ear.heard();
            if (frame.isBinary()) {
                ear.odd();
            } else if (frame.isClose()) {
                // Vert.x would tell when the server has ended the connection too, which it may never do.
                int code = frame.closeStatusCode();
                greeting.ifPresent(first -> first.closed(code));
                ear.closed(code, frame.closeReason() == null ? "" : frame.closeReason());
            }
        });
        socket.textMessageHandler(text -> {
            if (greeting.filter(first -> first.takes(text)).isEmpty()) {
                ear.text(text);
            }
        });
        socket.exceptionHandler(failure -> {
            if (breakage.ends(failure)) {
                ear.broken("the connection broke");
            }
        });
        socket.closeHandler(closed -> {
            Short code = socket.closeStatusCode();
            String reason = socket.closeReason();
            greeting.ifPresent(first -> first.closed(code == null ? CloseCode.CUT : code));
            ear.closed(code == null ? CloseCode.CUT : code, reason == null ? "" : reason);
        });
        WebSocketConnectOptions options = upgrade(at);
        if (greeting.isEmpty()) {
            options.putHeader("Client-Properties", ClientProperties.header())
                    .putHeader("Authorization", "jwt " + token.secret().reveal());
        }
        return opened(socket, options)
                .<Wire>map(SocketWire::new)
                .recover(failure -> failed(trouble(failure, at)))
                .compose(wire -> greeting.map(
                                first -> first.say(wire, time).map(wire).onFailure(refused -> wire.close()))
                        .orElseGet(() -> Future.succeededFuture(wire)));
    }

    private WebSocketConnectOptions upgrade(Endpoint at) {
        return at.aim(new WebSocketConnectOptions(), "/ws_api/account/" + account + "/messaging/consumer?v=3")
                .setAllowOriginHeader(false);
    }

    private Future<WebSocket> opened(ClientWebSocket socket, WebSocketConnectOptions options) {
        Promise<WebSocket> inTime = Promise.promise();
        Time.Timer patience = time.after(UPGRADE_MILLIS, () -> inTime.tryFail(new TimeoutException()));
        socket.connect(options)
                .onSuccess(open -> {
                    patience.cancel();
                    if (!inTime.tryComplete(open)) {
                        open.close();
                    }
                })
                .onFailure(failure -> {
                    patience.cancel();
                    inTime.tryFail(failure);
                });
        return inTime.future();
    }

    private <T> Future<T> failed(Trouble trouble) {
        metStranger |= trouble.isStranger();
        return Future.failedFuture(trouble);
    }

    private Trouble trouble(Throwable failure, Endpoint at) {
        int status = status(failure);
        return status == 401 || status == 403 ? signIn.refused(status) : Trouble.of(failure, at);
    }

    private static int status(Throwable failure) {
        return failure instanceof UpgradeRejectedException refused ? refused.getStatus() : 0;
    }

    private record SocketWire(WebSocket socket) implements Wire {
        @Override
        public void write(String frame) {
            // A failed write is followed by the close handler, which is where it is dealt with.
            if (!socket.isClosed()) {
                socket.writeTextMessage(frame);
            }
        }

        @Override
        public void close() {
            socket.close();
        }

        @Override
        public void pause() {
            socket.pause();
        }

        @Override
        public void resume() {
            socket.resume();
        }
    }
}
