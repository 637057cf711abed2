package dev.parley.fault;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that says what the test wants said, byte by byte; each connection is talked to on a thread of its own. */
public final class RawPeer implements AutoCloseable {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /** What is said to a guest. Ending it leaves the connection open. */
    public interface Script {
        void talk(Guest guest) throws IOException;
    }

    private final ServerSocket door;
    private final List<Guest> guests = new CopyOnWriteArrayList<>();

    private RawPeer(ServerSocket door) {
        this.door = door;
    }

    /** Listens at once on 127.0.0.1. */
    public static RawPeer start(Script script) {
        try {
            RawPeer peer = new RawPeer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            thread(() -> peer.accept(script));
            return peer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** All that came so far, in order. */
    public List<Guest> guests() {
        return guests;
    }

    private void accept(Script script) {
        try {
            while (true) {
                Guest guest = new Guest(door.accept());
                guests.add(guest);
                thread(() -> {
                    try {
                        guest.head = guest.readHead();
                        script.talk(guest);
                    } catch (IOException gone) {
                        guest.close();
                    }
                });
            }
        } catch (IOException closed) {
            guests.forEach(Guest::close);
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "raw-peer");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        guests.forEach(Guest::close);
    }

    /** One connection. Its script's thread. */
    public static final class Guest {
        private final Socket socket;
        private final DataInputStream in;
        private volatile String head = "";

        private Guest(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
        }

        /** The HTTP request's lines; empty while they have not come. Any thread. */
        public String head() {
            return head;
        }

        /** Accepts the upgrade; the frames leave together with the answer. */
        public void upgrade(byte[]... frames) throws IOException {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            answer.writeBytes(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + acceptKey() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (byte[] each : frames) {
                answer.writeBytes(each);
            }
            write(answer.toByteArray());
        }

        public void write(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        public void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        /** The next text message; throws at the end of the stream. */
        public String text() throws IOException {
            while (true) {
                int first = in.readUnsignedByte();
                int second = in.readUnsignedByte();
                int length = second & 0x7f;
                if (length == 126) {
                    length = in.readUnsignedShort();
                } else if (length == 127) {
                    length = (int) in.readLong();
                }
                byte[] mask = in.readNBytes((second & 0x80) == 0 ? 0 : 4);
                byte[] payload = in.readNBytes(length);
                for (int at = 0; at < payload.length && mask.length == 4; at++) {
                    payload[at] ^= mask[at % 4];
                }
                if ((first & 0xf) == RawFrames.TEXT) {
                    return new String(payload, StandardCharsets.UTF_8);
                }
            }
        }

        /** Reads on until the client ends it. */
        public void awaitEnd() throws IOException {
            while (in.read() >= 0) {
                continue;
            }
        }

        public void close() {
            try {
                socket.close();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        private String readHead() throws IOException {
            StringBuilder text = new StringBuilder();
            while (text.indexOf("\r\n\r\n") < 0) {
                text.append((char) in.readUnsignedByte());
            }
            return text.toString();
        }

        /** What RFC 6455 section 4.2.2 has the server answer. */
        public String acceptKey() throws IOException {
            String key = head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseThrow(() -> new IOException("no upgrade: " + head));
            try {
                byte[] hash =
                        MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
                return Base64.getEncoder().encodeToString(hash);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
