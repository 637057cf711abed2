package dev.parley.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.protocol.Codec;
import dev.parley.sandbox.agents.Desk;
import dev.parley.sandbox.agents.Puppeteer;
import dev.parley.sandbox.faults.FaultRule;
import dev.parley.sandbox.faults.Occasion;
import dev.parley.sandbox.service.Burst;
import dev.parley.sandbox.service.PersonAsAgent;
import dev.parley.sandbox.service.Service;
import dev.parley.sandbox.service.Tokens;
import dev.parley.sandbox.service.Vault;
import dev.parley.time.Time;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The service's front on 127.0.0.1: routes of PROTOCOL.md 16.1 to 16.3. Owned by the sandbox's event loop. */
public final class Server {
    private static final int MAX_FRAME = 4_000_000;
    private static final int MAX_CLIENTS = 256;

    /** Sockets that have not shown a token yet: they cannot take the others' places. */
    private static final int MAX_STRANGERS = 64;

    private static final int SIGN_UPS_A_MINUTE = 1_000;

    private final Service service;
    private final String account;
    private final Doors doors;
    private final Domains domains;
    private final ControlDoor control;
    private final Levers levers;
    private final FileDoor files;
    private final FormDoor forms;
    private final IdpDoor idp;
    private final HttpServer http;
    private final Trouble trouble;
    private final Faults faults;
    private final Visits visits;
    private final Backlog backlog = new Backlog();
    private final Pace signUps;
    private final Set<Socket> sockets = new LinkedHashSet<>();
    private boolean muted;

    /** HTTP status every upgrade is refused with; 0 for none. */
    private int refusal;

    private boolean failing;

    /**
     * @param vault where agents' files go
     * @param key what sign-up and the control doors ask for; empty when they are open to everybody on this machine
     * @param loop runs a task on the sandbox's event loop
     */
    public Server(
            Vertx vertx,
            Service service,
            PersonAsAgent person,
            Vault vault,
            Time time,
            String account,
            Optional<String> key,
            Executor loop) {
        this.service = service;
        this.account = account;
        doors = new Doors(key);
        domains = new Domains(account);
        Burst burst = new Burst(person, time);
        trouble = new Trouble(time, service, burst);
        faults = new Faults(this, trouble, loop);
        visits = new Visits(time);
        files = new FileDoor(service, time, visits);
        forms = new FormDoor(service);
        signUps = new Pace(time, SIGN_UPS_A_MINUTE, 60_000);
        levers = new Levers(service.quirks(), faults);
        Puppeteer puppeteer = new Puppeteer(service.conversations(), person, vault, levers, time);
        idp = new IdpDoor(service.logins());
        control = new ControlDoor(service, person, puppeteer, burst, faults);
        http = vertx.createHttpServer(new HttpServerOptions()
                .setHost("127.0.0.1")
                .setHttp2ClearTextEnabled(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setMaxWebSocketFrameSize(MAX_FRAME)
                .setMaxWebSocketMessageSize(MAX_FRAME));
        http.requestHandler(this::onRequest);
        http.connectionHandler(visits::begin);
    }

    /** @param port 0 for any that is free; fails with BindException when it is taken */
    public Future<Void> listen(int port) {
        return http.listen(port, "127.0.0.1").mapEmpty();
    }

    public int port() {
        return http.actualPort();
    }

    public Faults faults() {
        return faults;
    }

    /** Takes no more connections and tells the clients to come back later. */
    public Future<Void> close() {
        refusal = 503;
        List.copyOf(sockets).forEach(socket -> socket.close(1001, "Sandbox is going away"));
        return http.close();
    }

    /** For agents who are asked to go wrong. */
    public Desk.Levers levers() {
        return levers;
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

    /** While nothing can be kept every client is sent away and none let in. */
    public void fail(boolean failing) {
        this.failing = failing;
        if (failing) {
            sockets().forEach(socket -> socket.close(1011, "Sandbox cannot write its ledger"));
        }
    }

    private void onRequest(HttpServerRequest request) {
        String asked = request.path();
        if (!doors.admits(request, port())) {
            Answers.error(request, 403, "This sandbox serves this machine only");
        } else if (asked == null || !asked.startsWith("/")) {
            Answers.error(request, 400, "Not a path");
        } else {
            route(request, request.method().name(), List.of(asked.substring(1).split("/", -1)));
        }
    }

    private void route(HttpServerRequest request, String method, List<String> path) {
        boolean get = method.equals("GET");
        boolean post = method.equals("POST");
        if (get && matches(path, "ws_api", "account", "*", "messaging", "consumer")) {
            meet("upgrade", request, () -> upgrade(request, path.get(2)));
        } else if (get && matches(path, "api", "account", "*", "service", "baseURI.json")) {
            meet("domains", request, () -> ours(request, path.get(2), domains.all(hostAndPort(request))));
        } else if (get && matches(path, "csdr", "account", "*", "service", "baseURI.json")) {
            meet("domains", request, () -> ours(request, path.get(2), domains.all(hostAndPort(request))));
        } else if (get && matches(path, "api", "account", "*", "service", "*", "baseURI.json")) {
            meet("domains", request, () -> ours(request, path.get(2), domains.one(path.get(4), hostAndPort(request))));
        } else if (get && matches(path, "api", "account", "*", "configuration", "le-users", "users", "*")) {
            ours(request, path.get(2), service.agentProfile(path.get(6)));
        } else if (method.equals("PUT") && matches(path, "v1", "AUTH_async-images", "*", "*")) {
            meet("upload", request, () -> files.put(request));
        } else if (get && matches(path, "v1", "AUTH_async-images", "*", "*")) {
            meet("download", request, () -> files.get(request));
        } else if (get && matches(path, "api", "account", account, "secure-form")) {
            meet("form", request, () -> forms.show(request));
        } else if (post && matches(path, "api", "account", account, "secure-form")) {
            meet("form", request, () -> forms.submit(request));
        } else if (post && matches(path, "api", "account", "*", "signup")) {
            guarded(request, () -> meet("signup", request, () -> login(request, path.get(2), idp::signUp)));
        } else if (post && matches(path, "api", "account", "*", "anonymous", "authorize")) {
            guarded(request, () -> meet("authorize", request, () -> login(request, path.get(2), idp::authorize)));
        } else if (post && matches(path, "api", "account", "*", "authenticate")) {
            guarded(request, () -> meet("authenticate", request, () -> login(request, path.get(2), idp::oldForm)));
        } else if (post && matches(path, "api", "account", "*", "app", "*", "authenticate")) {
            guarded(
                    request,
                    () -> meet(
                            "authenticate",
                            request,
                            () -> login(request, path.get(2), asked -> idp.authenticate(asked, path.get(4)))));
        } else if (get && matches(path, "api", "account", "*", "configuration", "le-connectors", "all-connectors")) {
            ours(request, path.get(2), service.logins().connectors());
        } else if (post && matches(path, "parley", "agent", "say")) {
            guarded(request, () -> control.say(request));
        } else if (post && matches(path, "parley", "agent", "act")) {
            guarded(request, () -> control.act(request));
        } else if (post && matches(path, "parley", "agent", "burst")) {
            guarded(request, () -> control.burst(request));
        } else if (post && matches(path, "parley", "faults")) {
            guarded(request, () -> control.addFaults(request));
        } else if (get && matches(path, "parley", "faults")) {
            guarded(request, () -> control.tellFaults(request));
        } else if (method.equals("DELETE") && matches(path, "parley", "faults")) {
            guarded(request, () -> control.clearFaults(request));
        } else if (post && matches(path, "parley", "quirks")) {
            guarded(request, () -> control.setQuirks(request));
        } else if (get && matches(path, "parley", "quirks")) {
            guarded(request, () -> control.tellQuirks(request));
        } else if (method.equals("DELETE") && matches(path, "parley", "quirks")) {
            guarded(request, () -> control.clearQuirks(request));
        } else {
            Answers.error(request, 404, "Not found");
        }
    }

    /** Lets the rules have their say first. */
    private void meet(String door, HttpServerRequest request, Runnable usual) {
        Optional<String> consumer = bearer(request).map(Tokens.Bearer::consumerId);
        Optional<FaultRule> rule = trouble.meet(Occasion.of(door, consumer));
        if (rule.isPresent()) {
            visits.end(request.connection());
            new DoorTrouble(trouble, request, consumer, rule.get(), usual).run();
        } else {
            usual.run();
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

    private void ours(HttpServerRequest request, String asked, JsonNode answer) {
        ours(request, asked, Optional.of(answer));
    }

    private void ours(HttpServerRequest request, String asked, Optional<? extends JsonNode> answer) {
        if (asked.equals(account) && answer.isPresent()) {
            Answers.json(request, 200, answer.get());
        } else {
            Answers.error(request, 404, asked.equals(account) ? "Not found" : "Unknown account");
        }
    }

    private void login(HttpServerRequest request, String asked, Consumer<HttpServerRequest> door) {
        if (!asked.equals(account)) {
            Answers.error(request, 404, "Unknown account");
        } else if (!signUps.admits()) {
            Answers.error(request, 429, "Too many sign-ups");
        } else {
            door.accept(request);
        }
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
        } else if (failing) {
            Answers.error(request, 503, "Nothing can be kept at the moment");
        } else if (refusal != 0) {
            Answers.error(request, refusal, "Refused");
        } else if (!asked.equals(account)) {
            Answers.error(request, 404, "Unknown account");
        } else if (sockets.size() >= MAX_CLIENTS) {
            Answers.error(request, 503, "Too many clients");
        } else {
            Optional<Tokens.Bearer> bearer = bearer(request);
            if (bearer.isEmpty() && request.getHeader("Authorization") != null) {
                Answers.error(request, 401, "Identity token is invalid");
            } else if (bearer.isEmpty() && strangers() >= MAX_STRANGERS) {
                Answers.error(request, 503, "Too many clients without a token");
            } else {
                accept(request, bearer);
            }
        }
    }

    /** PROTOCOL.md 3.2 (a): ClientProperties as a header. */
    private static Optional<JsonNode> announced(HttpServerRequest request) {
        String header = request.getHeader("Client-Properties");
        try {
            return Optional.ofNullable(header == null ? null : Codec.mapper().readTree(header));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private long strangers() {
        return sockets.stream().filter(socket -> !socket.isKnown()).count();
    }

    private Optional<Tokens.Bearer> bearer(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, "jwt ", 0, 4)
                ? service.bearer(authorization.substring(4).strip())
                : Optional.empty();
    }

    private void accept(HttpServerRequest request, Optional<Tokens.Bearer> bearer) {
        Tcp tcp = Tcp.of(request.connection());
        visits.end(request.connection());
        request.toWebSocket().onSuccess(webSocket -> {
            Socket[] self = new Socket[1];
            Socket socket = new Socket(webSocket, tcp, trouble, bearer, backlog, () -> sockets.remove(self[0]));
            self[0] = socket;
            announced(request).ifPresent(socket.client()::announce);
            sockets.add(socket);
            if (muted) {
                socket.mute(true);
            }
            Optional<String> consumer = bearer.map(Tokens.Bearer::consumerId);
            trouble.meet(Occasion.of("socket", consumer)).ifPresent(socket::suffer);
        });
    }
}
