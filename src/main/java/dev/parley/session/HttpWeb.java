package dev.parley.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.host.Secret;
import dev.parley.protocol.Codec;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** With Vert.x: no redirects, small answers only. The client is held here, or it would be closed when collected. */
final class HttpWeb implements Web {
    private static final int LARGEST = 1 << 20;
    private static final int CONNECT_MILLIS = 10_000;
    private static final int ANSWER_SECONDS = 15;

    private final Vertx vertx;
    private final HttpClient client;

    HttpWeb(Vertx vertx) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setTcpKeepAlive(true)
                .setTrustAll(false)
                .setVerifyHost(true)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                .setKeepAliveTimeout(5));
    }

    @Override
    public Future<Answer> get(Endpoint at, String path) {
        return send(HttpMethod.GET, at, path, Map.of(), "");
    }

    @Override
    public Future<Answer> post(Endpoint at, String path, Map<String, Secret> headers, String json) {
        return send(HttpMethod.POST, at, path, headers, json);
    }

    Future<Void> close() {
        return client.close();
    }

    private Future<Answer> send(
            HttpMethod method, Endpoint unchecked, String path, Map<String, Secret> headers, String json) {
        return ClearText.check(vertx, unchecked)
                .compose(at -> {
                    RequestOptions options = at.aim(new RequestOptions().setMethod(method), path);
                    options.putHeader("Accept", "application/json");
                    headers.forEach((name, value) -> options.putHeader(name, value.reveal()));
                    if (!json.isEmpty()) {
                        options.putHeader("Content-Type", "application/json");
                    }
                    return client.request(options);
                })
                .compose(request -> {
                    Buffer body = Buffer.buffer(json);
                    return request.idleTimeout(CONNECT_MILLIS).send(body).compose(answer -> read(request, answer));
                })
                .timeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                .recover(failure -> Future.failedFuture(Trouble.of(failure, unchecked)));
    }

    private static Future<Answer> read(HttpClientRequest request, HttpClientResponse response) {
        Promise<Answer> done = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(done::tryFail);
        response.handler(chunk -> {
            if (body.length() + chunk.length() > LARGEST) {
                done.tryFail("too much");
                request.reset();
            } else {
                body.appendBuffer(chunk);
            }
        });
        response.endHandler(end -> done.tryComplete(new Answer(response.statusCode(), json(body))));
        return done.future();
    }

    private static Optional<JsonNode> json(Buffer body) {
        try {
            JsonNode read = Codec.mapper().readTree(body.toString(StandardCharsets.UTF_8));
            return read == null || read.isMissingNode() ? Optional.empty() : Optional.of(read);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
