package dev.parley.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** What is done with whole files of the state folder: private from the start, and on disk when it returns. Worker thread. */
final class Folder {
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path path;
    private final Clock clock;
    private final Calls calls;

    /** @param clock for the names of what is set aside */
    Folder(Path path, Clock clock, Calls calls) {
        this.path = path;
        this.clock = clock;
        this.calls = calls;
    }

    Path path() {
        return path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    Calls calls() {
        return calls;
    }

    /** SQLite keeps the changes of a transaction that is not finished next to its file. */
    static Path journal(Path file) {
        return file.resolveSibling(file.getFileName() + "-journal");
    }

    /** 0 when there is none. */
    static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException none) {
            return 0;
        }
    }

    void create(Path file) throws IOException, SQLException {
        calls.before("create " + file.getFileName());
        Files.createFile(file, PRIVATE);
    }

    void copy(Path from, Path to) throws IOException, SQLException {
        create(to);
        calls.before("copy to " + to.getFileName());
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
            for (long done = 0; done < in.size(); ) {
                done += in.transferTo(done, in.size() - done, out);
            }
            out.force(true);
        }
    }

    void replace(Path by, Path file) throws IOException, SQLException {
        calls.before("rename to " + file.getFileName());
        Files.move(by, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync();
    }

    void delete(Path file) throws IOException, SQLException {
        if (Files.exists(file)) {
            calls.before("delete " + file.getFileName());
            Files.delete(file);
        }
    }

    /** A new name in the folder is on disk only when the folder is. */
    void sync() throws IOException, SQLException {
        calls.before("sync");
        try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** A name that is free, and that says when. */
    Path damaged(Path file) {
        return free(file.getFileName() + ".damaged-" + TIME.format(clock.instant()));
    }

    Path backup(Path file, int version) {
        return free(file.getFileName() + ".v" + version + "-backup");
    }

    private Path free(String name) {
        Path free = file(name);
        for (int i = 2; Files.exists(free) || Files.exists(journal(free)); i++) {
            free = file(name + "-" + i);
        }
        return free;
    }

    /** @throws StoreFailure when nothing can be written here; SQLite itself would open the file for reading without a word */
    void mustBeWritable(Path file) throws StoreFailure {
        if (!Files.isWritable(path)) {
            throw new StoreFailure("the folder " + path + " cannot be written");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new StoreFailure("the file " + file + " cannot be written");
        }
    }
}
