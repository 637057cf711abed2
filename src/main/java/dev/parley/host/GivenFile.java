package dev.parley.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file that the person named, to be sent. Only plain files: no folder, device or pipe (RELIABILITY.md 3.4). Blocking.
 *
 * @param path its real one, links followed
 * @param size bytes, when it was looked at
 * @param head its first bytes, by which its type is told; when read whole, all of them
 */
public record GivenFile(Path path, long size, byte[] head) {
    /** Looks at it. Fails with a sentence for the person, without the path. */
    public static GivenFile look(Path typed, int headBytes) throws IOException {
        Path path = real(typed);
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            throw new IOException("that is a folder");
        }
        // Opening a pipe would wait for somebody to write into it.
        if (!attributes.isRegularFile()) {
            throw new IOException("that is a device or a pipe, not a file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return new GivenFile(path, attributes.size(), in.readNBytes(headBytes));
        }
    }

    /** Reads all of it: what is looked at is what is sent. Fails as {@link #look}, and when it has more than {@code most}. */
    public static GivenFile read(Path typed, int most) throws IOException {
        GivenFile file = look(typed, most + 1);
        if (file.head().length > most) {
            throw new IOException("it has more than " + most + " bytes");
        }
        return new GivenFile(file.path(), file.head().length, file.head());
    }

    private static Path real(Path typed) throws IOException {
        try {
            return typed.toRealPath();
        } catch (NoSuchFileException missing) {
            throw new IOException("there is no such file", missing);
        }
    }
}
