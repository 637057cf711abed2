package dev.parley.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's native part, which the driver unpacks before it loads it. It goes into a new folder of nobody else's, in the
 * state folder where that can be, and is deleted as soon as it is loaded: the driver's own way leaves it behind after a
 * kill. Worker thread.
 */
final class Library {
    private static final String FOLDER = "org.sqlite.tmpdir";
    private static final String PREFIX = "native-";
    private static final FileAttribute<Set<PosixFilePermission>> OURS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private Library() {}

    /** @param folder the state folder; when it cannot be written to, or run from, the system's folder for temporary files is used */
    static void load(Path folder) throws StoreFailure {
        // The driver's settings are the whole process's, and so is its lock: two stores in one process load in turn.
        synchronized (SQLiteJDBCLoader.class) {
            StringBuilder why = new StringBuilder();
            for (Path parent : List.of(folder, Path.of(System.getProperty("java.io.tmpdir")))) {
                try {
                    if (loadIn(parent)) {
                        return;
                    }
                } catch (IOException | LinkageError failed) {
                    why.append(why.isEmpty() ? "" : "; ").append(Reasons.of(failed));
                } catch (Exception failed) {
                    why.append(why.isEmpty() ? "" : "; ")
                            .append(failed.getClass().getSimpleName());
                }
            }
            throw new StoreFailure("SQLite cannot be loaded (" + why + ")");
        }
    }

    private static boolean loadIn(Path parent) throws Exception {
        String before = System.getProperty(FOLDER);
        clear(parent);
        Path own = Files.createTempDirectory(parent, PREFIX, OURS);
        try {
            System.setProperty(FOLDER, own.toString());
            return SQLiteJDBCLoader.initialize();
        } finally {
            if (before == null) {
                System.clearProperty(FOLDER);
            } else {
                System.setProperty(FOLDER, before);
            }
            delete(own);
        }
    }

    /** What a kill in the middle of this left behind; another Parley that is just loading has a fresh one. */
    private static void clear(Path parent) throws IOException {
        Instant old = Instant.now().minus(1, ChronoUnit.MINUTES);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path each : folders) {
                if (Files.getLastModifiedTime(each).toInstant().isBefore(old)) {
                    delete(each);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
