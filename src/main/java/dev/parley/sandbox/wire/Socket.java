package dev.parley.sandbox.wire;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.protocol.Codec;
import dev.parley.protocol.Frame;
import dev.parley.protocol.MalformedFrame;
import dev.parley.sandbox.service.Client;
import dev.parley.sandbox.service.Outlet;
import dev.parley.sandbox.service.Service;
import dev.parley.time.Time;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One consumer's WebSocket: text frames in and out, and the faults a test may put on it. Owned by the event loop. */
final class Socket implements Outlet {
    private static final Logger LOG = Logger.getLogger(Socket.class.getName());

    /** PROTOCOL.md 16.3: how long a socket without a token may wait with its InitConnection; ms. */
    private static final long INIT_TIMEOUT = 5_000;

    /** A client that does not read must not fill our memory; bytes not yet taken by the network. */
    private static final long MOST_UNSENT = 64_000_000;

    private final ServerWebSocket webSocket;
    private final Service service;
    private final Client client;
    private final Queue<String> held = new ArrayDeque<>();
    private final Time.Timer initTimer;
    private final Runnable gone;
    private boolean muted;
    private boolean closed;
    private long unsent;

    Socket(ServerWebSocket webSocket, Service service, Optional<String> consumerId, Time time, Runnable gone) {
        this.webSocket = webSocket;
        this.service = service;
        this.gone = gone;
        client = service.connected(this, consumerId);
        initTimer = time.after(INIT_TIMEOUT, () -> {
            if (client.consumerId().isEmpty()) {
                close(4401, "Connection timed out");
            }
        });
        webSocket.textMessageHandler(this::onText);
        webSocket.exceptionHandler(e -> close(1009, "Frame is too long or broken"));
        webSocket.closeHandler(ended -> onClosed());
        LOG.fine(() -> "in: " + client.consumerId().orElse("somebody without a token"));
    }

    private void onText(String text) {
        if (closed) {
            return;
        }
        try {
            onFrame(Codec.decode(text));
        } catch (MalformedFrame e) {
            close(1007, "Not a JSON object of this protocol");
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "the sandbox failed on a request", e);
            close(1011, "Internal error");
        }
    }

    private void onFrame(Frame frame) {
        if (frame instanceof Frame.Request request) {
            service.handle(client, request);
        } else if (frame instanceof Frame.Unknown unknown) {
            String id = unknown.json().path("id").asText("");
            send(Codec.encode(new Frame.Response(
                    id, 400, "StringResponse", TextNode.valueOf("Not a request: kind, id or type is missing"))));
        }
    }

    @Override
    public void send(String frame) {
        if (closed) {
            return;
        }
        if (muted) {
            held.add(frame);
            return;
        }
        unsent += frame.length();
        if (unsent > MOST_UNSENT) {
            close(1008, "Too slow");
            return;
        }
        webSocket.writeTextMessage(frame).onComplete(done -> unsent -= frame.length());
    }

    @Override
    public void close(int code, String reason) {
        if (!closed) {
            webSocket.close((short) code, reason);
        }
    }

    /** As if the process stood still: nothing is read and nothing goes out until unmuted. */
    void mute(boolean mute) {
        muted = mute;
        if (mute) {
            webSocket.pause();
            return;
        }
        webSocket.resume();
        for (String frame = held.poll(); frame != null; frame = held.poll()) {
            send(frame);
        }
    }

    private void onClosed() {
        if (closed) {
            return;
        }
        LOG.fine(() -> "out: " + client.consumerId().orElse("somebody without a token") + " ("
                + webSocket.closeStatusCode() + ")");
        closed = true;
        initTimer.cancel();
        gone.run();
        service.disconnected(client);
    }
}
