package dev.parley.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Frames to JSON text and back, both directions. Immutable; any thread. */
public final class Codec {
    private static final int OK = 200;

    /**
     * Reads one frame. Lenient as LivePerson asks of clients (PROTOCOL.md 4.3): unknown fields are skipped, unknown types
     * and unreadable parts survive as Unknown, a bare element stands for an array of one. A number may come as a string and
     * an id as a number. A response whose code is there but no number is Unknown: it tells neither success nor failure.
     *
     * @throws MalformedFrame when it is not a JSON object within the limits (depth 64, string 2 MB, document 4 MB, number
     *     64 digits, name 1 KB; RELIABILITY.md M9)
     */
    public static Frame decode(String text) throws MalformedFrame {
        ObjectNode json = Json.parse(text);
        Optional<Frame> frame = switch (json.path("kind").asText()) {
            case "req" -> request(json);
            case "resp" -> response(json);
            case "notification" -> notification(json);
            default -> Optional.empty();
        };
        return frame.orElseGet(() -> new Frame.Unknown(json));
    }

    private static Optional<Frame> request(ObjectNode json) {
        Optional<String> type = Json.text(json, "type");
        return Json.id(json, "id")
                .flatMap(id -> type.map(known -> new Frame.Request(
                        id,
                        RequestCodec.read(known, json.path("body")),
                        Json.list(json.path("headers")),
                        Json.present(json.path("metadata")))));
    }

    private static Optional<Frame> response(ObjectNode json) {
        // A code that is there but no number tells neither success nor failure: better no answer than a wrong one.
        Optional<Integer> code = Json.has(json, "code") ? Json.integer(json, "code") : Optional.of(OK);
        return Json.id(json, "reqId")
                .flatMap(reqId -> code.map(known -> new Frame.Response(
                        reqId, known, Json.text(json, "type").orElse(""), Json.present(json.path("body")))));
    }

    private static Optional<Frame> notification(ObjectNode json) {
        return Optional.of(new Frame.Notification(
                NotificationCodec.read(Json.text(json, "type").orElse(""), json.path("body"))));
    }

    /** One line of JSON. Optional members that are absent are left out; ids are strings. */
    public static String encode(Frame frame) {
        if (frame instanceof Frame.Unknown unknown) {
            return unknown.json().toString();
        }
        ObjectNode json = Json.object();
        if (frame instanceof Frame.Request request) {
            json.put("kind", "req").put("id", request.id());
            json.put("type", request.body().type());
            Json.set(json, "body", RequestCodec.write(request.body()));
            if (!request.headers().isEmpty()) {
                json.putArray("headers").addAll(request.headers());
            }
            Json.set(json, "metadata", request.metadata());
        } else if (frame instanceof Frame.Response response) {
            json.put("kind", "resp").put("reqId", response.reqId());
            json.put("code", response.code()).put("type", response.type());
            Json.set(json, "body", response.body());
        } else if (frame instanceof Frame.Notification notification) {
            json.put("kind", "notification").put("type", notification.body().type());
            json.set("body", bodyOf(notification.body()));
        }
        return json.toString();
    }

    /** The mapper with those limits, for HTTP bodies and files. It is shared: whoever needs other settings copies it. */
    public static ObjectMapper mapper() {
        return Json.MAPPER;
    }

    /** The body of a notification as it goes on the wire; its type is {@link NotificationBody#type()}. */
    public static JsonNode bodyOf(NotificationBody body) {
        return NotificationCodec.write(body);
    }

    private Codec() {}
}
