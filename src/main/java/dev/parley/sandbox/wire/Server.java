package dev.parley.sandbox.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.service.PersonAsAgent;
import dev.parley.sandbox.service.Service;
import dev.parley.time.Time;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** The service's front on 127.0.0.1: routes of PROTOCOL.md 16.1 to 16.3. Owned by the sandbox's event loop. */
public final class Server {
    private static final int MAX_FRAME = 4_000_000;
    private static final int MAX_CLIENTS = 256;

    private final Service service;
    private final Time time;
    private final String account;
    private final Doors doors;
    private final Domains domains;
    private final ControlDoor control;
    private final HttpServer http;
    private final Set<Socket> sockets = new LinkedHashSet<>();
    private boolean muted;

    /** HTTP status every upgrade is refused with; 0 for none. */
    private int refusal;

    /** @param key what sign-up and the control door ask for; empty when they are open to everybody on this machine */
    public Server(Vertx vertx, Service service, PersonAsAgent person, Time time, String account, Optional<String> key) {
        this.service = service;
        this.time = time;
        this.account = account;
        doors = new Doors(key);
        domains = new Domains(account);
        control = new ControlDoor(service, person);
        http = vertx.createHttpServer(new HttpServerOptions()
                .setHost("127.0.0.1")
                .setHttp2ClearTextEnabled(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setMaxWebSocketFrameSize(MAX_FRAME)
                .setMaxWebSocketMessageSize(MAX_FRAME));
        http.requestHandler(this::onRequest);
    }

    /** @param port 0 for any that is free; fails with BindException when it is taken */
    public Future<Void> listen(int port) {
        return http.listen(port, "127.0.0.1").mapEmpty();
    }

    public int port() {
        return http.actualPort();
    }

    public Faults faults(Executor loop) {
        return new Faults(this, loop);
    }

    /** Takes no more connections and tells the clients to come back later. */
    public Future<Void> close() {
        refusal = 503;
        List.copyOf(sockets).forEach(socket -> socket.close(1001, "Sandbox is going away"));
        return http.close();
    }

    List<Socket> sockets() {
        return List.copyOf(sockets);
    }

    void mute(boolean mute) {
        muted = mute;
        sockets().forEach(socket -> socket.mute(mute));
    }

    void refuse(int status) {
        refusal = status;
    }

    /** Every client is sent away: nothing can be kept any more. */
    public void fail() {
        refusal = 503;
        sockets().forEach(socket -> socket.close(1011, "Sandbox cannot write its ledger"));
    }

    private void onRequest(HttpServerRequest request) {
        if (!doors.admits(request)) {
            Answers.error(request, 403, "This sandbox serves this machine only");
            return;
        }
        List<String> path = List.of(request.path().substring(1).split("/", -1));
        boolean get = request.method().name().equals("GET");
        boolean post = request.method().name().equals("POST");
        if (get && matches(path, "ws_api", "account", "*", "messaging", "consumer")) {
            upgrade(request, path.get(2));
        } else if (get && matches(path, "api", "account", "*", "service", "baseURI.json")) {
            ours(request, path.get(2), domains.all(hostAndPort(request)));
        } else if (get && matches(path, "csdr", "account", "*", "service", "baseURI.json")) {
            ours(request, path.get(2), domains.all(hostAndPort(request)));
        } else if (get && matches(path, "api", "account", "*", "service", "*", "baseURI.json")) {
            ours(request, path.get(2), domains.one(path.get(4), hostAndPort(request)));
        } else if (get && matches(path, "api", "account", "*", "configuration", "le-users", "users", "*")) {
            ours(request, path.get(2), service.agentProfile(path.get(6)));
        } else if (post && matches(path, "api", "account", "*", "signup")) {
            signUp(request, path.get(2));
        } else if (post && matches(path, "parley", "agent", "say")) {
            guarded(request, () -> control.say(request));
        } else {
            Answers.error(request, 404, "Not found");
        }
    }

    private static boolean matches(List<String> path, String... pattern) {
        if (path.size() != pattern.length) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (!pattern[i].equals("*") && !pattern[i].equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void ours(HttpServerRequest request, String asked, ObjectNode answer) {
        ours(request, asked, Optional.of(answer));
    }

    private void ours(HttpServerRequest request, String asked, Optional<ObjectNode> answer) {
        if (asked.equals(account) && answer.isPresent()) {
            Answers.json(request, 200, answer.get());
        } else {
            Answers.error(request, 404, asked.equals(account) ? "Not found" : "Unknown account");
        }
    }

    private void signUp(HttpServerRequest request, String asked) {
        guarded(
                request,
                () -> ours(request, asked, JsonNodeFactory.instance.objectNode().put("jwt", service.signUp())));
    }

    private void guarded(HttpServerRequest request, Runnable action) {
        if (doors.hasKey(request)) {
            action.run();
        } else {
            Answers.error(request, 403, "This sandbox belongs to the program it is part of");
        }
    }

    /** The name the client used, so that it stays on the way it came. */
    private String hostAndPort(HttpServerRequest request) {
        int port = request.authority().port();
        return request.authority().host() + ":" + (port > 0 ? port : port());
    }

    private void upgrade(HttpServerRequest request, String asked) {
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            Answers.error(request, 400, "A WebSocket is expected here");
        } else if (refusal != 0) {
            Answers.error(request, refusal, "Refused");
        } else if (!asked.equals(account)) {
            Answers.error(request, 404, "Unknown account");
        } else if (sockets.size() >= MAX_CLIENTS) {
            Answers.error(request, 503, "Too many clients");
        } else {
            String authorization = request.getHeader("Authorization");
            Optional<String> consumer = Optional.ofNullable(authorization).flatMap(this::consumerOf);
            if (authorization != null && consumer.isEmpty()) {
                Answers.error(request, 401, "Identity token is invalid");
            } else {
                accept(request, consumer);
            }
        }
    }

    private Optional<String> consumerOf(String authorization) {
        return authorization.regionMatches(true, 0, "jwt ", 0, 4)
                ? service.consumerOf(authorization.substring(4).strip())
                : Optional.empty();
    }

    private void accept(HttpServerRequest request, Optional<String> consumer) {
        request.toWebSocket().onSuccess(webSocket -> {
            Socket[] self = new Socket[1];
            Socket socket = new Socket(webSocket, service, consumer, time, () -> sockets.remove(self[0]));
            self[0] = socket;
            sockets.add(socket);
            if (muted) {
                socket.mute(true);
            }
        });
    }
}
