package dev.parley.referee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The JDK's own WebSocket client, speaking literal frames. */
final class Caller implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    /** The close code; 1006 when the connection was cut off. */
    final CompletableFuture<Integer> closed = new CompletableFuture<>();

    Caller(URI uri, String token) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "jwt " + token)
                .buildAsync(uri, this)
                .join();
    }

    void say(String frame) {
        socket.sendText(frame, true).join();
    }

    /** The next frame; fails after a while without one. */
    JsonNode hear() throws InterruptedException, IOException {
        return MAPPER.readTree(hearText());
    }

    String hearText() throws InterruptedException {
        @Nullable String text = heard.poll(10, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("nothing heard in 10 s");
        }
        return text;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            heard.add(partial.toString());
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(1006);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
