package dev.parley.session;

import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One PUT, piece by piece as the socket takes it. Event loop. */
final class HttpUpload {
    private static final int PIECE = 64 << 10;
    /** Without a byte either way; ms. */
    static final long SILENCE_MILLIS = 30_000;

    private final byte[] bytes;
    private final LongConsumer sent;
    private final Promise<Integer> done = Promise.promise();
    private @Nullable HttpClientRequest request;

    HttpUpload(byte[] bytes, LongConsumer sent) {
        this.bytes = bytes;
        this.sent = sent;
    }

    Promise<Integer> done() {
        return done;
    }

    void fail(Throwable why) {
        done.tryFail(why);
    }

    void cancel() {
        fail(new Trouble(Trouble.Hope.NONE, "stopped"));
        HttpClientRequest running = request;
        if (running != null) {
            running.reset();
        }
    }

    void begin(HttpClientRequest made) {
        request = made;
        if (done.future().isComplete()) {
            made.reset();
            return;
        }
        made.putHeader("Content-Length", String.valueOf(bytes.length))
                .putHeader("Content-Type", "application/octet-stream")
                .idleTimeout(SILENCE_MILLIS);
        made.exceptionHandler(this::fail);
        // A store that refuses does not wait for the end.
        made.response()
                .onSuccess(answer -> {
                    if (done.tryComplete(answer.statusCode())) {
                        made.connection().close();
                    }
                })
                .onFailure(this::fail);
        write(made, 0);
    }

    private void write(HttpClientRequest to, int from) {
        if (done.future().isComplete()) {
            return;
        }
        int end = Math.min(bytes.length, from + PIECE);
        Buffer piece = Buffer.buffer(end - from).appendBytes(bytes, from, end - from);
        if (end == bytes.length) {
            to.end(piece).onSuccess(gone -> told(end));
        } else {
            to.write(piece).onSuccess(gone -> {
                told(end);
                write(to, end);
            });
        }
    }

    private void told(int end) {
        if (!done.future().isComplete()) {
            sent.accept(end);
        }
    }
}
