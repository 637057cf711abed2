package dev.parley.fault;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** WebSocket frames by hand, right and wrong ones (RFC 6455 section 5.2). */
public final class RawFrames {
    public static final int CONTINUATION = 0x0;
    public static final int TEXT = 0x1;
    public static final int BINARY = 0x2;
    public static final int CLOSE = 0x8;
    public static final int PING = 0x9;
    public static final int LAST = 0x80;

    private RawFrames() {}

    public static byte[] text(String text) {
        return frame(LAST | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] binary(byte... payload) {
        return frame(LAST | BINARY, payload);
    }

    /** @param code 0 leaves it out */
    public static byte[] close(int code, String reason) {
        byte[] words = reason.getBytes(StandardCharsets.UTF_8);
        return frame(
                LAST | CLOSE,
                code == 0
                        ? new byte[0]
                        : ByteBuffer.allocate(2 + words.length)
                                .putShort((short) code)
                                .put(words)
                                .array());
    }

    /** @param first the first byte: FIN, RSV1 to RSV3 and the opcode */
    public static byte[] frame(int first, byte[] payload) {
        return frame(first, payload, payload.length);
    }

    /** @param claimed the length that the header tells */
    public static byte[] frame(int first, byte[] payload, long claimed) {
        ByteBuffer frame = ByteBuffer.allocate(10 + payload.length).put((byte) first);
        if (claimed < 126) {
            frame.put((byte) claimed);
        } else if (claimed < 1 << 16) {
            frame.put((byte) 126).putShort((short) claimed);
        } else {
            frame.put((byte) 127).putLong(claimed);
        }
        frame.put(payload);
        return Arrays.copyOf(frame.array(), frame.position());
    }

    /** One text message in fragments of {@code size} bytes. */
    public static List<byte[]> fragments(String text, int size) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        List<byte[]> frames = new ArrayList<>();
        for (int from = 0; from < all.length; from += size) {
            int to = Math.min(all.length, from + size);
            int first = (from == 0 ? TEXT : CONTINUATION) | (to == all.length ? LAST : 0);
            frames.add(frame(first, Arrays.copyOfRange(all, from, to)));
        }
        return frames;
    }

    /** The payload of a whole frame without a mask. */
    public static String payload(byte[] frame) {
        int header = header(frame, 0);
        return new String(frame, header, frame.length - header, StandardCharsets.UTF_8);
    }

    /** The length of the frame that begins here; 0 while it is not whole. */
    static int length(byte[] bytes, int from) {
        if (bytes.length - from < 2 || bytes.length - from < header(bytes, from)) {
            return 0;
        }
        int header = header(bytes, from);
        long payload = bytes[from + 1] & 0x7f;
        if (payload == 126) {
            payload = ByteBuffer.wrap(bytes, from + 2, 2).getShort() & 0xffff;
        } else if (payload == 127) {
            payload = ByteBuffer.wrap(bytes, from + 2, 8).getLong();
        }
        return bytes.length - from < header + payload ? 0 : (int) (header + payload);
    }

    private static int header(byte[] bytes, int from) {
        int second = bytes[from + 1];
        int extended = (second & 0x7f) == 126 ? 2 : (second & 0x7f) == 127 ? 8 : 0;
        return 2 + extended + ((second & 0x80) == 0 ? 0 : 4);
    }

    /** The index behind an HTTP head; -1 while it is not whole. */
    static int endOfHead(byte[] bytes) {
        for (int at = 3; at < bytes.length; at++) {
            if (bytes[at] == '\n' && bytes[at - 1] == '\r' && bytes[at - 2] == '\n') {
                return at + 1;
            }
        }
        return -1;
    }

    /** All of them behind each other. */
    public static byte[] together(List<byte[]> frames) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        frames.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
