package dev.parley.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * HTTP answers: JSON, never cached. Each ends its connection: nobody holds one open for nothing, and the deadline of a
 * connection is that of its one question.
 */
final class Answers {
    static void json(HttpServerRequest request, int status, JsonNode body) {
        request.response().putHeader("Cache-Control", "no-store").putHeader("X-Content-Type-Options", "nosniff");
        end(request, status, "application/json; charset=utf-8", body.toString());
    }

    /** A page that is nobody's answer: what a captive portal would send. */
    static void page(HttpServerRequest request, int status, String html) {
        end(request, status, "text/html; charset=utf-8", html);
    }

    static void empty(HttpServerRequest request, int status) {
        end(request, status, "text/plain; charset=utf-8", "");
    }

    static void error(HttpServerRequest request, int status, String sentence) {
        json(request, status, JsonNodeFactory.instance.objectNode().put("error", sentence));
    }

    private static void end(HttpServerRequest request, int status, String type, String body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", type)
                .putHeader("Connection", "close")
                .end(body)
                .onSuccess(sent -> {
                    if (request.method() == HttpMethod.GET || request.isEnded()) {
                        Tcp.of(request.connection()).cut();
                    } else {
                        // Closing on a client that is still sending would reset the answer away.
                        request.end()
                                .onSuccess(read -> Tcp.of(request.connection()).cut());
                    }
                });
    }

    private Answers() {}
}
