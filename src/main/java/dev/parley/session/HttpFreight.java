package dev.parley.session;

import dev.parley.host.GivenFile;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** With Vert.x. Disks and names are waited for on workers. The client is held here, or it would be closed when collected. */
final class HttpFreight implements Freight {
    private static final int CONNECT_MILLIS = 10_000;

    private final Vertx vertx;
    private final HttpClient client;
    private final Set<HttpDownload> downloads = new HashSet<>();

    HttpFreight(Vertx vertx) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setTrustAll(false)
                .setVerifyHost(true)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                .setKeepAlive(false)
                .setDecompressionSupported(false));
    }

    @Override
    public Future<GivenFile> read(Path path, int most) {
        return vertx.executeBlocking(() -> GivenFile.read(path, most)).recover(HttpFreight::unreadable);
    }

    private static <T> Future<T> unreadable(Throwable failure) {
        return Future.failedFuture(
                failure instanceof IOException ? new Trouble(Trouble.Hope.NONE, sentence(failure)) : failure);
    }

    /** Those of the JDK have a path for a message, or nothing. */
    static String sentence(Throwable failure) {
        boolean ours = failure.getClass() == IOException.class && failure.getMessage() != null;
        if (failure instanceof AccessDeniedException) {
            return "it may not be read or written";
        }
        return ours
                ? String.valueOf(failure.getMessage())
                : "the disk fails (" + failure.getClass().getSimpleName() + ")";
    }

    @Override
    public Moving<Integer> put(Endpoint at, String target, byte[] bytes, boolean emulator, LongConsumer sent) {
        HttpUpload upload = new HttpUpload(bytes, sent);
        Reach.check(vertx, at, emulator)
                .compose(found -> client.request(found.aim(new RequestOptions().setMethod(HttpMethod.PUT), target)))
                .onSuccess(upload::begin)
                .onFailure(upload::fail);
        return moving(upload.done(), upload::cancel, at);
    }

    @Override
    public Moving<Fetched> fetch(Endpoint at, String target, boolean emulator, Into into, Progress progress) {
        HttpDownload download = new HttpDownload(vertx, client, emulator, into, progress);
        downloads.add(download);
        download.done()
                .future()
                .onComplete(ended -> download.cleared().onComplete(cleared -> downloads.remove(download)));
        download.begin(at, target);
        return moving(download.done(), download::cancel, at);
    }

    private static <T> Moving<T> moving(Promise<T> promise, Runnable cancel, Endpoint at) {
        Future<T> done = promise.future().recover(failure -> Future.failedFuture(Trouble.of(failure, at)));
        return new Moving<>() {
            @Override
            public Future<T> done() {
                return done;
            }

            @Override
            public void cancel() {
                cancel.run();
            }
        };
    }

    /** Event loop; completes when no half a file is left either. */
    Future<Void> close() {
        List<HttpDownload> running = List.copyOf(downloads);
        running.forEach(HttpDownload::cancel);
        return Future.join(running.stream().map(HttpDownload::cleared).toList()).transform(none -> client.close());
    }
}
