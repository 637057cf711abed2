package dev.parley.referee;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** HTTP: domain lookup, sign-up, an agent's public profile, and the upgrade to a WebSocket. Owned by the event loop. */
final class Door {
    private static final List<String> SERVICES = List.of(
            "asyncMessagingEnt", "idp", "swift", "acCdnDomain", "accountConfigReadOnly", "messagingRestApiDomain");
    private static final String API = "/api/account/" + Referee.ACCOUNT + "/";

    private final House house;
    private final Passes passes;
    private final Oddities oddities;
    private final Desk desk;
    private final Consumer<Line> opened;

    Door(House house, Passes passes, Oddities oddities, Desk desk, Consumer<Line> opened) {
        this.house = house;
        this.passes = passes;
        this.oddities = oddities;
        this.desk = desk;
        this.opened = opened;
    }

    void handle(HttpServerRequest request) {
        String path = request.path();
        if (path.startsWith("/csdr/account/")) {
            path = "/api" + path.substring("/csdr".length());
        }
        if (path.equals("/ws_api/account/" + Referee.ACCOUNT + "/messaging/consumer")) {
            upgrade(request);
        } else if (path.startsWith(API + "service/")) {
            lookup(request, path.substring((API + "service/").length()));
        } else if (path.equals(API + "signup") && request.method() == HttpMethod.POST) {
            if (house.script.signUpStatus == 200) {
                answer(request, 200, "{\"jwt\":\"" + passes.give() + "\"}");
            } else {
                answer(request, house.script.signUpStatus, "{\"internalErrorCode\":\"700\"}");
            }
        } else if (path.startsWith(API + "configuration/le-users/users/")) {
            String id = path.substring(path.lastIndexOf('/') + 1);
            answer(request, 200, "{\"id\":\"" + id + "\",\"nickname\":\"The agent\",\"pictureUrl\":\"\"}");
        } else {
            answer(request, 404, "{\"error\":\"nothing here\"}");
        }
    }

    /** PROTOCOL.md section 1. */
    private void lookup(HttpServerRequest request, String what) {
        String host = request.authority().toString();
        Lookup lookup = house.script.lookup;
        if (lookup == Lookup.BROKEN) {
            answer(request, 500, "<html>no</html>");
        } else if (what.equals("baseURI.json") && lookup == Lookup.BOTH) {
            answer(
                    request,
                    200,
                    SERVICES.stream()
                            .map(service -> baseUri(service, host))
                            .collect(Collectors.joining(",", "{\"baseURIs\":[", "]}")));
        } else if (lookup != Lookup.UNKNOWN_ACCOUNT
                && what.endsWith("/baseURI.json")
                && SERVICES.contains(what.substring(0, what.indexOf('/')))) {
            answer(request, 200, baseUri(what.substring(0, what.indexOf('/')), host));
        } else {
            answer(request, 404, "{\"error\":\"not found\"}");
        }
    }

    private static String baseUri(String service, String host) {
        return "{\"service\":\"%s\",\"account\":\"%s\",\"baseURI\":\"%s\"}".formatted(service, Referee.ACCOUNT, host);
    }

    /** PROTOCOL.md section 3. */
    private void upgrade(HttpServerRequest request) {
        Script.Upgrade upgrade = house.script.upgrade;
        if (upgrade.status() == 0) {
            return;
        }
        if (upgrade.status() != 101) {
            if (!upgrade.location().isEmpty()) {
                request.response().putHeader(HttpHeaders.LOCATION, upgrade.location());
            }
            answer(request, upgrade.status(), upgrade.page());
            return;
        }
        if (!"3".equals(request.getParam("v"))) {
            house.fouls.add("the socket's version is not v=3");
        }
        @Nullable String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<String> consumer = authorization == null
                ? Optional.empty()
                : Optional.of(authorization)
                        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith("jwt "))
                        .flatMap(text -> passes.holder(text.substring(4).strip()));
        if (authorization != null && consumer.isEmpty()) {
            house.refusedUpgrades++;
            answer(request, 401, "");
            return;
        }
        request.toWebSocket().onSuccess(socket -> {
            Line line = new Line(socket, request.connection(), house.script, oddities, consumer);
            house.lines.add(line);
            socket.textMessageHandler(text -> desk.received(line, text));
            socket.binaryMessageHandler(bytes -> house.fouls.add("a binary frame"));
            socket.closeHandler(gone -> house.lines.remove(line));
            opened.accept(line);
        });
    }

    private static void answer(HttpServerRequest request, int status, String body) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, body.startsWith("<") ? "text/html" : "application/json")
                .end(body);
    }
}
