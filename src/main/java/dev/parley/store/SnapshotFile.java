package dev.parley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;

/**
 * A file that another process holds, as it is at one moment, copied into memory. Nothing is checked but what is read: a row
 * that does not agree with its checksum is left out.
 */
final class SnapshotFile<S> implements StoreFile<S> {
    private final Folder folder;
    private final Path file;
    private final int application;
    private final int version;
    private final Function<Sql, S> wrap;
    private final Function<S, Sql> unwrap;

    private SnapshotFile(
            Folder folder, String name, int application, int version, Function<Sql, S> wrap, Function<S, Sql> unwrap) {
        this.folder = folder;
        file = folder.file(name);
        this.application = application;
        this.version = version;
        this.wrap = wrap;
        this.unwrap = unwrap;
    }

    static SnapshotFile<Mine> mine(Folder folder, Layout layout) {
        return new SnapshotFile<>(
                folder, "mine.db", Layout.APPLICATION, layout.version(), sql -> new Mine(sql, layout), Mine::sql);
    }

    static SnapshotFile<Sql> history(Folder folder) {
        return new SnapshotFile<>(
                folder, "history.db", HistoryFile.APPLICATION, HistoryFile.VERSION, sql -> sql, sql -> sql);
    }

    @Override
    public S open() throws SQLException, IOException, StoreFailure {
        Library.load(folder.path());
        if (!Files.exists(file)) {
            throw new StoreFailure("there is no " + file);
        }
        Sql sql = Sql.snapshot(file, folder.calls());
        try {
            if (sql.number("PRAGMA user_version") != version
                    || sql.number("PRAGMA application_id") != (application | version)) {
                throw new StoreFailure(file + " is of another version of Parley");
            }
            return wrap.apply(sql);
        } catch (SQLException | IOException | StoreFailure failed) {
            sql.close();
            throw failed;
        }
    }

    @Override
    public Sql sql(S opened) {
        return unwrap.apply(opened);
    }

    @Override
    public void finish(S opened) {}

    @Override
    public boolean survives(S opened, Exception failure) {
        return true;
    }
}
