package dev.parley.sandbox.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.protocol.Codec;
import dev.parley.protocol.Frame;
import dev.parley.protocol.RequestBody;
import java.util.Optional;

/** Bodies of requests as JSON, whether or not the protocol has a record for them. */
final class Bodies {
    static JsonNode of(RequestBody body) {
        if (body instanceof RequestBody.Unknown unknown) {
            return Optional.ofNullable(unknown.body()).orElse(MissingNode.getInstance());
        }
        try {
            return Codec.mapper()
                    .readTree(Codec.encode(new Frame.Request("0", body)))
                    .path("body");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frame of our own is JSON", e);
        }
    }

    /** A text, or a number's digits: ids come as either. Empty when it is neither or has nothing in it. */
    static Optional<String> text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        return Optional.of(value)
                .filter(it -> it.isTextual() || it.isIntegralNumber())
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty());
    }

    private Bodies() {}
}
