package dev.parley.referee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One socket of a consumer: what it subscribed to, and what waits while all is stalled. Owned by the event loop. */
final class Line {
    private final ServerWebSocket socket;
    private final HttpConnection connection;
    private final Script script;
    private final Oddities oddities;

    /** Empty until the consumer is known: by the upgrade's header, or by InitConnection. */
    Optional<String> consumerId;

    final Map<String, Wish> wishes = new LinkedHashMap<>();
    final Set<String> dialogs = new HashSet<>();
    final Set<String> requestIds = new HashSet<>();
    final List<String> unread = new ArrayList<>();
    private final List<String> unsent = new ArrayList<>();

    /** A subscription to conversations: its filter, and those it has been told of and that still match. */
    record Wish(Set<String> stages, Set<String> states, Set<String> told) {
        static Wish of(JsonNode body) {
            return new Wish(words(body.path("stage")), words(body.path("convState")), new HashSet<>());
        }

        boolean matches(Talk talk) {
            String state = talk.open ? "OPEN" : "CLOSE";
            return (stages.isEmpty() || stages.contains(state)) && (states.isEmpty() || states.contains(state));
        }

        private static Set<String> words(JsonNode array) {
            Set<String> words = new HashSet<>();
            array.forEach(word -> words.add(word.asText()));
            return words;
        }
    }

    Line(
            ServerWebSocket socket,
            HttpConnection connection,
            Script script,
            Oddities oddities,
            Optional<String> consumerId) {
        this.socket = socket;
        this.connection = connection;
        this.script = script;
        this.oddities = oddities;
        this.consumerId = consumerId;
    }

    void send(ObjectNode frame) {
        oddities.of(frame).forEach(this::sendRaw);
    }

    void sendRaw(String text) {
        if (script.stalled) {
            unsent.add(text);
        } else if (!socket.isClosed()) {
            socket.writeTextMessage(text);
        }
    }

    /** After a stall: first what should have gone out. */
    void flush() {
        List<String> late = List.copyOf(unsent);
        unsent.clear();
        late.forEach(this::sendRaw);
    }

    /** Code 0 cuts the connection without a closing frame, as a killed server does. */
    void close(int code, String reason) {
        if (code == 0) {
            // Vert.x itself only ever closes a WebSocket politely.
            ((HttpServerConnection) connection)
                    .channelHandlerContext()
                    .pipeline()
                    .firstContext()
                    .close();
        } else if (!socket.isClosed()) {
            socket.close((short) code, reason);
        }
    }
}
