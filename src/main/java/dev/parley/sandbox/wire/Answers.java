package dev.parley.sandbox.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;

/** HTTP answers: JSON, never cached. */
final class Answers {
    static void json(HttpServerRequest request, int status, ObjectNode body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(body.toString());
    }

    static void error(HttpServerRequest request, int status, String sentence) {
        json(request, status, JsonNodeFactory.instance.objectNode().put("error", sentence));
    }

    private Answers() {}
}
