package dev.parley.sandbox.agents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The files that Demo sends, by the names that acts have for them. */
final class DemoFiles {
    static final String PICTURE = "picture";
    static final String LETTER = "letter";

    private static final String PICTURE_RESOURCE = "files/picture.png";
    private static final Map<String, String> RESOURCES = Map.of(PICTURE, PICTURE_RESOURCE, LETTER, "files/letter.txt");

    private DemoFiles() {}

    static Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(RESOURCES.get(name)).map(DemoFiles::read);
    }

    /** The picture as PROTOCOL.md section 13 wants a preview: a data URI of less than 30 KB. */
    static String preview() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(read(PICTURE_RESOURCE));
    }

    private static byte[] read(String resource) {
        try (InputStream in = Objects.requireNonNull(DemoFiles.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
