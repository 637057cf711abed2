package dev.parley.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A consumer made of literal frames over the JDK's own WebSocket: it shares no code with the sandbox. */
final class Talk implements WebSocket.Listener {
    static final ObjectMapper JSON = new ObjectMapper();
    static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<String> pong = new CompletableFuture<>();
    private final WebSocket socket;

    /** Completes with the close code, 1006 when the connection broke. */
    final CompletableFuture<Integer> closed = new CompletableFuture<>();

    private Talk(int port, String... headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        socket = builder.buildAsync(
                        URI.create("ws://127.0.0.1:" + port + "/ws_api/account/10000001/messaging/consumer?v=3&x=y"),
                        this)
                .join();
    }

    static Talk to(int port, String... headers) {
        return new Talk(port, headers);
    }

    static Talk as(String jwt, int port) {
        return new Talk(port, "Authorization", "jwt " + jwt);
    }

    static String signUp(int port, String... headers) {
        return post(port, "/api/account/10000001/signup", "", headers)
                .path("jwt")
                .asText();
    }

    static JsonNode post(int port, String path, String body, String... headers) {
        HttpResponse<String> response = send(port, path, headers, HttpRequest.BodyPublishers.ofString(body));
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static HttpResponse<String> get(int port, String path, String... headers) {
        return send(port, path, headers, null);
    }

    static HttpResponse<String> send(int port, String path, String[] headers, HttpRequest.BodyPublisher post) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (post != null) {
            request.POST(post);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void send(String frame) {
        socket.sendText(frame, true).join();
    }

    /** The next frame, of whatever kind. */
    JsonNode next() {
        try {
            JsonNode frame = received.poll(20, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame within 20 s");
            }
            return frame;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    JsonNode until(Predicate<JsonNode> wanted) {
        JsonNode frame = next();
        while (!wanted.test(frame)) {
            frame = next();
        }
        return frame;
    }

    JsonNode answerTo(String id) {
        return until(frame -> frame.path("reqId").asText("-").equals(id));
    }

    /** The next event published into a dialog that satisfies this. */
    JsonNode event(Predicate<JsonNode> wanted) {
        List<JsonNode> found = new ArrayList<>();
        until(frame -> {
            frame.path("body").path("changes").forEach(change -> {
                if (change.has("event") && wanted.test(change)) {
                    found.add(change);
                }
            });
            return !found.isEmpty();
        });
        return found.get(0);
    }

    JsonNode said(String text) {
        return event(change -> change.path("event").path("message").asText().contains(text));
    }

    /** Opens a conversation, listens to it from the start, and gives its id. */
    String open() {
        send("{\"kind\":\"req\",\"id\":\"o1\",\"type\":\"cm.ConsumerRequestConversation\"}");
        String id = answerTo("o1").path("body").path("conversationId").asText();
        listen(id, 0);
        return id;
    }

    void listen(String dialog, int fromSeq) {
        send("{\"kind\":\"req\",\"id\":\"l1\",\"type\":\"ms.SubscribeMessagingEvents\",\"body\":{\"dialogId\":\""
                + dialog + "\",\"fromSeq\":" + fromSeq + "}}");
        answerTo("l1");
    }

    void say(String dialog, String text) {
        send("{\"kind\":\"req\",\"id\":\"s1\",\"type\":\"ms.PublishEvent\",\"body\":{\"dialogId\":\"" + dialog
                + "\",\"event\":{\"type\":\"ContentEvent\",\"contentType\":\"text/plain\",\"message\":\"" + text
                + "\"}}}");
    }

    /** Completes with what the pong brings back. */
    CompletableFuture<String> ping(String text) {
        socket.sendPing(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))).join();
        return pong;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
        pong.complete(StandardCharsets.UTF_8.decode(message).toString());
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                received.add(JSON.readTree(partial.toString()));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(1006);
    }
}
