package dev.parley.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One WebSocket text frame: the envelope, PROTOCOL.md section 4. */
public sealed interface Frame {
    /**
     * Client to service.
     *
     * @param id the sender's; a number on the wire arrives as its decimal text
     * @param headers only InitConnection has any
     * @param metadata sibling of body, on PublishEvent; null when absent
     */
    record Request(
            String id,
            RequestBody body,
            List<JsonNode> headers,
            @Nullable JsonNode metadata) implements Frame {
        public Request {
            headers = List.copyOf(headers);
        }

        public Request(String id, RequestBody body) {
            this(id, body, List.of(), null);
        }

        /** Without the headers and the contents: a header carries the token. */
        @Override
        public String toString() {
            return "Request[id=" + id + ", type=" + body.type() + "]";
        }
    }

    /**
     * Service to client. Match by {@code reqId}, never by type: type strings vary.
     *
     * @param reqId as text, whatever the wire had
     * @param code HTTP semantics; 200 when the wire had none
     * @param body object, string or null
     */
    record Response(
            String reqId, int code, String type, @Nullable JsonNode body) implements Frame {
        public boolean isError() {
            return code >= 400;
        }

        /** The error's words, from either body shape; {@code "error <code>"} when there are none. Raw. */
        public String words() {
            if (body == null || body.isNull()) {
                return "error " + code;
            }
            if (body.isTextual()) {
                return body.asText();
            }
            String title = body.path("title").asText("");
            String details = body.path("details").asText("");
            String both = title.isEmpty() ? details : details.isEmpty() ? title : title + ": " + details;
            return both.isEmpty() ? "error " + code : both;
        }
    }

    /** Service to client, unasked. */
    record Notification(NotificationBody body) implements Frame {}

    /** A JSON object of a kind nobody told us about, or without one. */
    record Unknown(JsonNode json) implements Frame {}
}
