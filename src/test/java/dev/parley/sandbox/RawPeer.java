package dev.parley.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A WebSocket client made of bytes, so that nothing between the wire and the test is polite about what it sees. */
final class RawPeer implements Closeable {
    /** How a connection ends below WebSocket. */
    enum End {
        FIN,
        RST
    }

    /** One frame as it stood on the wire; {@code last} is its FIN bit. */
    record Seen(int opcode, boolean last, byte[] payload) {
        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return Talk.JSON.readTree(payload);
            } catch (IOException e) {
                throw new AssertionError("not JSON", e);
            }
        }

        boolean isClose() {
            return opcode == 8;
        }

        /** -1 for a close frame without a code. */
        int closeCode() {
            return payload.length < 2 ? -1 : (payload[0] & 0xff) << 8 | payload[1] & 0xff;
        }

        String closeReason() {
            return new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
        }
    }

    private final Socket socket;
    private final DataInputStream in;

    private RawPeer(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        in = new DataInputStream(socket.getInputStream());
    }

    /** A connection that has sent these bytes and nothing else. */
    static RawPeer saying(int port, String bytes) {
        try {
            RawPeer peer = new RawPeer(port);
            peer.socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String upgrade(int port, String... headers) {
        return "GET /ws_api/account/10000001/messaging/consumer?v=3 HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + String.join("", List.of(headers)) + "\r\n";
    }

    static String bearing(String jwt) {
        return "Authorization: jwt " + jwt + "\r\n";
    }

    /** A WebSocket of that token's consumer. */
    static RawPeer as(String jwt, int port) {
        RawPeer peer = saying(port, upgrade(port, bearing(jwt)));
        assertStatus(peer, 101);
        return peer;
    }

    private static void assertStatus(RawPeer peer, int wanted) {
        int status = peer.status();
        if (status != wanted) {
            throw new AssertionError("status " + status);
        }
    }

    /** Reads a whole head of an HTTP answer and gives its status. */
    int status() {
        return Integer.parseInt(head().get(0).split(" ")[1]);
    }

    List<String> head() {
        try {
            List<String> lines = new ArrayList<>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                lines.add(line);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.readUnsignedByte(); b != '\n'; b = in.readUnsignedByte()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Everything until the connection ends. */
    String rest() {
        try {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x81);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else {
            frame.write(0x80 | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        // A mask of zeros leaves the payload as it is.
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        try {
            OutputStream out = socket.getOutputStream();
            out.write(frame.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void ask(String id, String type, String body) {
        send("{\"kind\":\"req\",\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"body\":" + body + "}");
    }

    /** Opens a conversation, listens to it, and gives its id. */
    String open() {
        ask("o", "cm.ConsumerRequestConversation", "{}");
        String id = answer("o").at("/body/conversationId").asText();
        listen(id, 0);
        return id;
    }

    /** Gives what the dialog holds. */
    List<JsonNode> listen(String dialog, long fromSeq) {
        ask("l", "ms.SubscribeMessagingEvents", "{\"dialogId\":\"" + dialog + "\",\"fromSeq\":" + fromSeq + "}");
        answer("l");
        List<JsonNode> changes = new ArrayList<>();
        notification("ms.MessagingEventNotification").at("/body/changes").forEach(changes::add);
        return changes;
    }

    /** Says something under an ExternalId that is the text itself. */
    void say(String id, String dialog, String text) {
        send("{\"kind\":\"req\",\"id\":\"" + id + "\",\"type\":\"ms.PublishEvent\",\"body\":{\"dialogId\":\"" + dialog
                + "\",\"event\":{\"type\":\"ContentEvent\",\"contentType\":\"text/plain\",\"message\":\"" + text
                + "\"}},\"metadata\":[{\"type\":\"ExternalId\",\"id\":\"" + text + "\"}]}");
    }

    Seen next() {
        try {
            int first = in.readUnsignedByte();
            int second = in.readUnsignedByte();
            long length = second & 0x7f;
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            byte[] payload = new byte[(int) length];
            in.readFully(payload);
            return new Seen(first & 0x0f, (first & 0x80) != 0, payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode nextJson(Predicate<JsonNode> wanted) {
        JsonNode frame = next().json();
        while (!wanted.test(frame)) {
            frame = next().json();
        }
        return frame;
    }

    JsonNode answer(String id) {
        return nextJson(frame -> frame.path("reqId").asText().equals(id));
    }

    JsonNode notification(String type) {
        return nextJson(frame -> frame.path("type").asText().equals(type));
    }

    /** What comes until the clock answers: everything that was on its way before. */
    List<JsonNode> untilClock() {
        ask("clock", "GetClock", "{}");
        List<JsonNode> frames = new ArrayList<>();
        nextJson(frame -> {
            boolean clock = frame.path("reqId").asText().equals("clock");
            if (!clock) {
                frames.add(frame);
            }
            return clock;
        });
        return frames;
    }

    /** Reads past whatever still comes until the connection ends, and says how. */
    End end() {
        try {
            while (in.read() >= 0) {
                continue;
            }
            return End.FIN;
        } catch (EOFException e) {
            return End.FIN;
        } catch (SocketException e) {
            return End.RST;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether nothing has come that was not read. */
    boolean isSilent() {
        try {
            return in.available() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
