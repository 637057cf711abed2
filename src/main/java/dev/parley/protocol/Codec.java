package dev.parley.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Frames to JSON text and back, both directions. Immutable; any thread. */
public final class Codec {
    /**
     * Reads one frame. Lenient as LivePerson asks of clients (PROTOCOL.md 4.3): unknown fields are skipped, unknown types
     * and unreadable parts survive as Unknown, a bare element stands for an array of one.
     *
     * @throws MalformedFrame when it is not a JSON object within the limits (depth 64, string 2 MB, document 4 MB, number
     *     64 digits, name 1 KB; RELIABILITY.md M9)
     */
    public static Frame decode(String text) throws MalformedFrame {
        throw new MalformedFrame("being built" + text);
    }

    public static String encode(Frame frame) {
        throw new IllegalStateException("being built" + frame);
    }

    /** The mapper with those limits, for HTTP bodies and files. */
    public static ObjectMapper mapper() {
        throw new IllegalStateException("being built");
    }

    /** Body and type of a notification as they go on the wire; the service builds its frames with it. */
    public static JsonNode bodyOf(NotificationBody body) {
        throw new IllegalStateException("being built" + body);
    }

    private Codec() {}
}
