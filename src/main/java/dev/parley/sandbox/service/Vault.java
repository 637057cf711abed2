package dev.parley.sandbox.service;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The bytes of files (PROTOCOL.md section 13), by the path they are told under. Called on the sandbox's event loop, never
 * blocks it, and answers there.
 */
public interface Vault {
    /** Of one file. */
    int MOST_BYTES = 3 << 20;

    /** What was read, or why not. */
    record Read(Optional<byte[]> bytes, Optional<IOException> failed) {}

    /** Keeps the bytes, at most {@link #MOST_BYTES}; {@code then} gets what went wrong, or nothing once they are on the disk. */
    void put(String path, byte[] bytes, Consumer<Optional<IOException>> then);

    void get(String path, Consumer<Read> then);

    /** Keeps nothing beyond the process, and answers at once. */
    static Vault inMemory() {
        Map<String, byte[]> files = new HashMap<>();
        return new Vault() {
            @Override
            public void put(String path, byte[] bytes, Consumer<Optional<IOException>> then) {
                files.put(path, bytes.clone());
                then.accept(Optional.empty());
            }

            @Override
            public void get(String path, Consumer<Read> then) {
                Optional<byte[]> bytes = Optional.ofNullable(files.get(path));
                Optional<IOException> failed =
                        bytes.isPresent() ? Optional.empty() : Optional.of(new FileNotFoundException(path));
                then.accept(new Read(bytes, failed));
            }
        };
    }
}
