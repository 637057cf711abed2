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
                // One question a connection: nobody holds one open for nothing, and a deadline is for all of it.
                .putHeader("Connection", "close")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(body.toString());
    }

    /** A page that is nobody's answer: what a captive portal would send. */
    static void page(HttpServerRequest request, int status, String html) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Connection", "close")
                .end(html);
    }

    static void error(HttpServerRequest request, int status, String sentence) {
        json(request, status, JsonNodeFactory.instance.objectNode().put("error", sentence));
    }

    private Answers() {}
}
