package dev.parley.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The example frames of PROTOCOL.md by name, and some more of the shapes it only describes. */
final class Examples {
    static final ObjectMapper PLAIN = new ObjectMapper();

    static final String CONV = "7a1f3c1e-…";
    static final String CONSUMER = "c0a51e77-…";
    static final String AGENT = "a9e0b3d4-…";

    static Map<String, String> all() {
        try (InputStream in = Examples.class.getResourceAsStream("examples.txt")) {
            if (in == null) {
                throw new IllegalStateException("no examples.txt");
            }
            Map<String, String> all = new LinkedHashMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                int space = line.indexOf(' ');
                all.put(line.substring(0, space), line.substring(space + 1));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        String text = all().get(name);
        if (text == null) {
            throw new IllegalArgumentException("no example " + name);
        }
        return text;
    }

    static Frame frame(String name) throws MalformedFrame {
        return Codec.decode(text(name));
    }

    static Frame.Request request(String name) throws MalformedFrame {
        return (Frame.Request) frame(name);
    }

    static Frame.Response response(String name) throws MalformedFrame {
        return (Frame.Response) frame(name);
    }

    static NotificationBody notification(String name) throws MalformedFrame {
        return ((Frame.Notification) frame(name)).body();
    }

    static JsonNode json(String text) {
        try {
            return PLAIN.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Examples() {}
}
