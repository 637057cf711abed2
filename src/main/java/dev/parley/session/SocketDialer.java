package dev.parley.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Signs in and opens the consumer WebSocket (PROTOCOL.md section 3, the token in the upgrade's header). Event loop.
 */
final class SocketDialer implements Dialer {
    // PROTOCOL.md 3.3: without MULTI_DIALOG no survey follows, without AUTO_MESSAGES no welcome.
    private static final String CLIENT_PROPERTIES = "{\"type\":\".ClientProperties\",\"appId\":\"parley\","
            + "\"appVersion\":\"0.1.0\",\"deviceFamily\":\"DESKTOP\",\"integration\":\"BRAND_SDK\","
            + "\"features\":[\"QUICK_REPLIES\",\"MULTI_DIALOG\",\"AUTO_MESSAGES\"]}";

    // The connect time-out ends with TCP; a server may take the connection and never answer the upgrade.
    private static final int UPGRADE_SECONDS = 10;

    private final Vertx vertx;
    private final WebSocketClient client;
    private final Gate gate;
    private final Domains domains;
    private final SignIn signIn;
    private final String account;
    private final Guards.Breakage breakage;
    private final BiConsumer<Token, Hosts> known;

    /** @param known told at each dial who the consumer is and where its services are */
    SocketDialer(
            Vertx vertx,
            WebSocketClient client,
            Gate gate,
            Domains domains,
            SignIn signIn,
            String account,
            Guards.Breakage breakage,
            BiConsumer<Token, Hosts> known) {
        this.vertx = vertx;
        this.client = client;
        this.gate = gate;
        this.domains = domains;
        this.signIn = signIn;
        this.account = account;
        this.breakage = breakage;
        this.known = known;
    }

    @Override
    public void dial(Ear ear) {
        gate.enter(leave -> domains.find()
                .compose(hosts -> signIn.token(hosts.idp()).compose(token -> {
                    known.accept(token, hosts);
                    return ClearText.check(vertx, hosts.messaging()).compose(at -> connect(at, token, ear));
                }))
                .onComplete(done -> leave.run())
                .onSuccess(ear::opened)
                .onFailure(failure -> {
                    domains.forget();
                    ear.failed(
                            failure instanceof Trouble trouble
                                    ? trouble
                                    : new Trouble(Trouble.Hope.SOON, "connecting did not work"));
                }));
    }

    private Future<Wire> connect(Endpoint at, Token token, Ear ear) {
        WebSocketConnectOptions options =
                at.aim(new WebSocketConnectOptions(), "/ws_api/account/" + account + "/messaging/consumer?v=3");
        options.setAllowOriginHeader(false)
                .putHeader("Authorization", "jwt " + token.secret().reveal())
                .putHeader("Client-Properties", CLIENT_PROPERTIES);
        ClientWebSocket socket = client.webSocket();
        // Before connecting: a frame may arrive with the upgrade's answer.
        socket.frameHandler(frame -> ear.heard());
        socket.textMessageHandler(ear::text);
        socket.exceptionHandler(failure -> {
            if (breakage.ends(failure)) {
                ear.broken("the connection broke");
            }
        });
        socket.closeHandler(closed -> {
            Short code = socket.closeStatusCode();
            String reason = socket.closeReason();
            ear.closed(code == null ? CloseCode.CUT : code, reason == null ? "" : reason);
        });
        Future<WebSocket> opening = socket.connect(options);
        return opening.timeout(UPGRADE_SECONDS, TimeUnit.SECONDS)
                .<Wire>map(SocketWire::new)
                .recover(failure -> {
                    opening.onSuccess(WebSocket::close);
                    return Future.failedFuture(trouble(failure, at));
                });
    }

    private Trouble trouble(Throwable failure, Endpoint at) {
        int status = failure instanceof UpgradeRejectedException refused ? refused.getStatus() : 0;
        return status == 401 || status == 403 ? signIn.refused(status) : Trouble.of(failure, at);
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
