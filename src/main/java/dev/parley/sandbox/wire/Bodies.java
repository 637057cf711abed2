package dev.parley.sandbox.wire;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Bodies of HTTP requests that are short enough to be held whole. */
final class Bodies {
    /** @param most bytes; longer ones are answered 413 */
    static void whole(HttpServerRequest request, int most, Consumer<byte[]> then) {
        Buffer body = Buffer.buffer();
        request.handler(piece -> {
            if (body.length() <= most) {
                body.appendBuffer(piece);
                if (body.length() > most) {
                    Answers.error(request, 413, "Body is too long");
                }
            }
        });
        request.endHandler(end -> {
            if (body.length() <= most) {
                then.accept(body.getBytes());
            }
        });
    }

    private Bodies() {}
}
