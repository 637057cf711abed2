package dev.parley.session;

import dev.parley.conversation.FileKind;
import dev.parley.host.Downloads;
import dev.parley.session.Freight.Fetched;
import dev.parley.session.Freight.Into;
import dev.parley.session.Freight.Progress;
import dev.parley.session.Trouble.Hope;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One GET into a file, redirects followed by the rules of the first address. A piece is on the disk before the next one is
 * taken. Event loop; the disk is written to on a worker.
 */
final class HttpDownload {
    private static final int MOST_REDIRECTS = 3;
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);

    private final Vertx vertx;
    private final HttpClient client;
    private final boolean emulator;
    private final Into into;
    private final Progress progress;
    private final Promise<Fetched> done = Promise.promise();
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    /** What has been begun on the disk, if anything. */
    private Future<Optional<Downloads.Saving>> begun = Future.succeededFuture(Optional.empty());

    private Future<Boolean> cleared = Future.succeededFuture(true);
    private long got;
    private @Nullable HttpClientRequest request;

    HttpDownload(Vertx vertx, HttpClient client, boolean emulator, Into into, Progress progress) {
        this.vertx = vertx;
        this.client = client;
        this.emulator = emulator;
        this.into = into;
        this.progress = progress;
        done.future().onFailure(why -> cleared = begun.compose(this::undo));
    }

    Promise<Fetched> done() {
        return done;
    }

    void cancel() {
        fail(new Trouble(Hope.NONE, "stopped"));
    }

    /** When it is {@link #done}: completes when of one that failed nothing is on the disk. */
    Future<Boolean> cleared() {
        return cleared;
    }

    private Future<Boolean> undo(Optional<Downloads.Saving> file) {
        return vertx.executeBlocking(() -> {
            if (file.isPresent()) {
                file.get().undo();
            }
            return true;
        });
    }

    void begin(Endpoint at, String target) {
        go(at, target, MOST_REDIRECTS);
    }

    private void fail(Throwable why) {
        done.tryFail(why);
        HttpClientRequest running = request;
        if (running != null) {
            running.reset();
        }
    }

    private void go(Endpoint at, String target, int redirects) {
        Reach.check(vertx, at, emulator)
                .compose(found -> {
                    RequestOptions options = found.aim(new RequestOptions().setMethod(HttpMethod.GET), target);
                    return client.request(options.putHeader("Accept", "*/*"));
                })
                .compose(made -> {
                    request = made;
                    return done.future().isComplete()
                            ? Future.failedFuture("stopped")
                            : made.idleTimeout(HttpUpload.SILENCE_MILLIS).send();
                })
                .onSuccess(answer -> answered(at, target, redirects, answer))
                .onFailure(this::fail);
    }

    private void answered(Endpoint at, String target, int redirects, HttpClientResponse answer) {
        int status = answer.statusCode();
        if (status == 200) {
            take(answer);
            return;
        }
        // What ends here on purpose is nobody's error.
        answer.exceptionHandler(ended -> {});
        answer.request().reset();
        if (!MOVED.contains(status)) {
            done.tryComplete(new Fetched(status, Path.of(""), 0, new byte[0]));
        } else if (redirects == 0) {
            fail(new Trouble(Hope.NONE, "the file store sends from one address to another without an end"));
        } else {
            follow(at, target, redirects - 1, answer.getHeader("Location"));
        }
    }

    private void follow(Endpoint at, String target, int redirects, @Nullable String location) {
        try {
            URI base = URI.create((at.tls() ? "https://" : "http://") + at.name() + target);
            URI next = base.resolve(location == null ? "" : location);
            Endpoint there = Endpoint.of(next);
            String query = next.getRawQuery() == null ? "" : "?" + next.getRawQuery();
            String path = next.getRawPath().isEmpty() ? "/" : next.getRawPath();
            go(there, path + query, redirects);
        } catch (Trouble | IllegalArgumentException unusable) {
            fail(new Trouble(Hope.NONE, "the file store sends to an address that cannot be used"));
        }
    }

    private void take(HttpClientResponse answer) {
        long all = announced(answer);
        answer.pause();
        answer.exceptionHandler(this::fail);
        if (done.future().isComplete()) {
            return;
        }
        Future<Downloads.Saving> beginning =
                vertx.executeBlocking(() -> Downloads.make(into.folder()).begin(into.name(), into.most()));
        begun = beginning.map(Optional::of);
        beginning.onFailure(this::unwritable).onSuccess(file -> {
            answer.handler(piece -> {
                answer.pause();
                write(file, piece, all, answer);
            });
            answer.endHandler(end -> finish(file));
            answer.resume();
        });
    }

    private void write(Downloads.Saving file, Buffer piece, long all, HttpClientResponse answer) {
        byte[] bytes = piece.getBytes();
        vertx.executeBlocking(() -> {
                    file.write(bytes, bytes.length);
                    return true;
                })
                .onSuccess(written -> {
                    got += bytes.length;
                    head.write(bytes, 0, Math.min(bytes.length, Math.max(0, FileKind.HEAD - head.size())));
                    if (!done.future().isComplete()) {
                        progress.got(got, all);
                        answer.resume();
                    }
                })
                .onFailure(this::unwritable);
    }

    private void finish(Downloads.Saving file) {
        if (done.future().isComplete()) {
            return;
        }
        vertx.executeBlocking(file::finish)
                .onSuccess(path -> done.tryComplete(new Fetched(200, path, got, head.toByteArray())))
                .onFailure(this::unwritable);
    }

    private void unwritable(Throwable failure) {
        fail(failure instanceof IOException ? new Trouble(Hope.NONE, HttpFreight.sentence(failure)) : failure);
    }

    /** For the eye only: what counts is what comes. */
    private long announced(HttpClientResponse answer) {
        String length = answer.getHeader("Content-Length");
        boolean plausible = length != null && length.matches("[0-9]{1,12}") && Long.parseLong(length) <= into.most();
        return plausible ? Long.parseLong(length) : -1;
    }
}
