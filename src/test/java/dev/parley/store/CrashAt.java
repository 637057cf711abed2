package dev.parley.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the files as they are before the k-th call, and lets nothing more happen: the program ends there. */
final class CrashAt implements Calls {
    static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    private final int at;
    private final Path from;
    private final Path to;
    private int calls;

    /** @param to gets the files, an empty folder */
    CrashAt(int at, Path from, Path to) {
        this.at = at;
        this.from = from;
        this.to = to;
    }

    @Override
    public void before(String call) throws IOException {
        calls++;
        if (calls == at) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
                for (Path file : files) {
                    if (Files.isRegularFile(file)) {
                        Files.copy(file, to.resolve(file.getFileName()));
                    }
                }
            }
        }
        if (calls >= at) {
            throw new Crash();
        }
    }
}
