package dev.parley.sandbox.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.protocol.Codec;
import dev.parley.protocol.Frame;
import dev.parley.protocol.MalformedFrame;
import dev.parley.sandbox.faults.FaultRule;
import dev.parley.sandbox.faults.Quirk;
import dev.parley.sandbox.faults.Step;
import dev.parley.sandbox.service.Client;
import dev.parley.sandbox.service.Outlet;
import dev.parley.sandbox.service.Service;
import dev.parley.sandbox.service.Tokens;
import dev.parley.time.Time;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One consumer's WebSocket: text frames in and out, and the faults put on it. Owned by the event loop. */
final class Socket implements Outlet {
    private static final Logger LOG = Logger.getLogger(Socket.class.getName());

    /** PROTOCOL.md 16.3: how long a socket without a token may wait with its InitConnection; ms. */
    private static final long INIT_TIMEOUT = 5_000;

    /** How long a frame that is to come behind the next one waits for it; ms. */
    private static final long BEHIND = 1_000;

    /** How long a client that is sent away has to take its leave; ms. */
    private static final long LEAVE = 3_000;

    private static final byte[] CLOSE_WITHOUT_CODE = {(byte) 0x88, 0};

    private final ServerWebSocket webSocket;
    private final Tcp tcp;
    private final Service service;
    private final Trouble trouble;
    private final Client client;
    private final Backlog backlog;
    private final Queue<String> held = new ArrayDeque<>();
    private final Queue<String> behind = new ArrayDeque<>();

    /** Rules that wait for the answer to a request, by its id. */
    private final Map<String, FaultRule> awaited = new HashMap<>();

    private final Time.Timer initTimer;

    /** Runs out when it was silent for too long; empty where it may be. */
    private Optional<Time.Timer> idle = Optional.empty();

    private final Runnable gone;
    private boolean muted;
    private boolean leaving;
    private boolean closed;
    private long unsent;

    /** @param gone told once when it is over */
    Socket(
            ServerWebSocket webSocket,
            Tcp tcp,
            Trouble trouble,
            Optional<Tokens.Bearer> bearer,
            Backlog backlog,
            Runnable gone) {
        this.webSocket = webSocket;
        this.tcp = tcp;
        this.trouble = trouble;
        this.service = trouble.service;
        this.backlog = backlog;
        this.gone = gone;
        client = service.connected(this, Optional.empty());
        bearer.ifPresent(it -> service.admit(client, it));
        initTimer = trouble.time.after(INIT_TIMEOUT, () -> {
            if (client.consumerId().isEmpty()) {
                close(Integer.parseInt(service.quirks().of(Quirk.NO_INIT)), "Connection timed out");
            }
        });
        webSocket.textMessageHandler(this::onText);
        webSocket.pongHandler(pong -> heard());
        heard();
        webSocket.exceptionHandler(e -> close(1009, "Frame is too long or broken"));
        webSocket.closeHandler(ended -> onClosed());
        LOG.fine(() -> "in: " + client.consumerId().orElse("somebody without a token"));
    }

    Client client() {
        return client;
    }

    /** Whether it has shown whose it is. */
    boolean isKnown() {
        return client.consumerId().isPresent();
    }

    /** PROTOCOL.md 3.4: the service drops whoever says nothing, after a time that is not public. */
    private void heard() {
        idle.ifPresent(Time.Timer::cancel);
        int seconds = service.quirks().number(Quirk.IDLE);
        idle = seconds == 0
                ? Optional.empty()
                : Optional.of(trouble.time.after(seconds * 1_000L, () -> close(1001, "Connection timed out")));
    }

    private void onText(String text) {
        if (closed) {
            return;
        }
        heard();
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
            Optional<FaultRule> rule = trouble.meet(Occasions.of(request, client.consumerId()));
            if (rule.isPresent()) {
                new RequestTrouble(trouble, this, request, rule.get()).run();
            } else {
                service.handle(client, request);
            }
        } else if (frame instanceof Frame.Unknown unknown) {
            String id = unknown.json().path("id").asText("");
            send(Codec.encode(new Frame.Response(
                    id, 400, "StringResponse", TextNode.valueOf("Not a request: kind, id or type is missing"))));
        }
    }

    /** The service takes the request in; the rest of the rule waits for the answer, which comes when all is kept. */
    void takeIn(Frame.Request request, FaultRule rule) {
        if (!rule.after().isEmpty() && !closed) {
            awaited.put(request.id(), rule);
        }
        service.handle(client, request);
    }

    @Override
    public void send(String frame) {
        if (closed) {
            return;
        }
        if (awaited.isEmpty() && trouble.book.isEmpty()) {
            out(frame);
            return;
        }
        ObjectNode json = parsed(frame);
        if (json.path("kind").asText().equals("resp")) {
            FaultRule rule = awaited.remove(json.path("reqId").asText());
            if (rule != null) {
                new FrameTrouble(trouble, this, json, rule, rule.after()).run();
                return;
            }
            out(frame);
            return;
        }
        Bending.leaveOutWithheld(json, trouble.book);
        Optional<FaultRule> rule = trouble.book.strike(Occasions.ofNotification(json, client.consumerId()));
        if (rule.isPresent()) {
            new FrameTrouble(trouble, this, json, rule.get(), rule.get().before()).run();
        } else {
            out(json.toString());
        }
    }

    private static ObjectNode parsed(String frame) {
        try {
            return (ObjectNode) Codec.mapper().readTree(frame);
        } catch (IOException e) {
            throw new IllegalStateException("a frame of our own is JSON", e);
        }
    }

    /** To the network, or held back while muted. */
    void out(String frame) {
        if (closed || leaving) {
            return;
        }
        if (!backlog.take(frame.length(), unsent)) {
            sendAway();
            return;
        }
        unsent += frame.length();
        if (muted) {
            held.add(frame);
        } else {
            write(frame);
        }
        for (String late = behind.poll(); late != null; late = behind.poll()) {
            out(late);
        }
    }

    private void write(String frame) {
        // One frame whatever its length: how a client takes a huge one is to be seen.
        webSocket.writeFinalTextFrame(frame).onComplete(done -> written(frame.length()));
    }

    private void written(int length) {
        unsent -= length;
        backlog.give(length);
    }

    /** Out after the next frame, or alone if none comes. */
    void outBehind(String frame) {
        behind.add(frame);
        trouble.time.after(BEHIND, () -> {
            if (behind.remove(frame)) {
                out(frame);
            }
        });
    }

    /** A client that does not read must not fill our memory. */
    private void sendAway() {
        close(1013, "Too slow");
        leaving = true;
        trouble.time.after(LEAVE, () -> {
            if (!closed) {
                tcp.cut();
            }
        });
    }

    @Override
    public void close(int code, String reason) {
        if (!closed) {
            webSocket.close((short) code, reason);
        }
    }

    /** What a rule does to the socket as such. */
    void suffer(Step step) {
        switch (step.verb()) {
            case CLOSE -> closeAs(step);
            case RST -> tcp.reset();
            case STALL -> mute(true);
            case EXPIRE_JWT -> client.consumerId().ifPresent(service.logins()::endTokens);
            case REPLAY_ALL -> service.tellAgain(client);
            case BURST -> service.dialogsOf(client).forEach(dialog -> trouble.burst(dialog, step));
            default -> {}
        }
    }

    private void closeAs(Step step) {
        if (step.number() == 1006) {
            tcp.cut();
        } else if (step.number() == 1005) {
            tcp.write(CLOSE_WITHOUT_CODE);
        } else {
            close(step.number(), step.text());
        }
    }

    /** Goes through what a rule on the socket itself says. */
    void suffer(FaultRule rule) {
        run(rule.selector().conversation(), rule.before(), 0);
    }

    private void run(Optional<String> conversation, List<Step> steps, int from) {
        for (int i = from; i < steps.size(); i++) {
            Step step = steps.get(i);
            int rest = i + 1;
            switch (step.verb()) {
                case DELAY -> {
                    trouble.time.after(step.number(), () -> run(conversation, steps, rest));
                    return;
                }
                case BURST -> conversation.ifPresentOrElse(id -> trouble.burst(id, step), () -> suffer(step));
                default -> suffer(step);
            }
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
            write(frame);
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
        idle.ifPresent(Time.Timer::cancel);
        held.forEach(frame -> written(frame.length()));
        held.clear();
        gone.run();
        service.disconnected(client);
    }
}
