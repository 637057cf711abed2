package dev.parley.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code mine.db} as it was found. After a crash there is a journal next to it, by which SQLite undoes what was not
 * finished; should the journal be damaged, that may make things worse. So both are copied first, and the copy is kept, or
 * else deleted, when it is known whether the file is whole. Worker thread only.
 */
final class Evidence {
    private final Folder folder;
    private final Path file;
    /** Null when there was nothing to undo, or no room for a copy. */
    private final @Nullable Path copy;

    private Evidence(Folder folder, Path file, @Nullable Path copy) {
        this.folder = folder;
        this.file = file;
        this.copy = copy;
    }

    static Evidence of(Folder folder, Path file) throws SQLException, IOException {
        Path copy = folder.file("mine.db.found");
        folder.delete(copy);
        folder.delete(Folder.journal(copy));
        if (Folder.size(Folder.journal(file)) == 0) {
            return new Evidence(folder, file, null);
        }
        try {
            folder.copy(file, copy);
            folder.copy(Folder.journal(file), Folder.journal(copy));
        } catch (IOException noRoom) {
            folder.delete(copy);
            folder.delete(Folder.journal(copy));
            return new Evidence(folder, file, null);
        } finally {
            undo(folder, file);
        }
        return new Evidence(folder, file, copy);
    }

    private static void undo(Folder folder, Path file) throws SQLException, IOException {
        try (Sql sql = Sql.open(file, folder.calls())) {
            sql.rows("SELECT count(*) FROM sqlite_schema");
        } catch (SQLException failed) {
            if (!Reasons.isDamage(failed)) {
                throw failed;
            }
        }
    }

    /** Where rows may be found: the file as it is now, then as it was. */
    List<Path> files() {
        return copy == null ? List.of(file) : List.of(file, copy);
    }

    /** Sets it aside for good. The file itself stays where it is, until another takes its place. */
    Path keep() throws SQLException, IOException {
        Path aside = folder.damaged(file);
        folder.copy(copy == null ? file : copy, aside);
        if (copy != null) {
            folder.copy(Folder.journal(copy), Folder.journal(aside));
        }
        folder.sync();
        return aside;
    }

    void discard() throws SQLException, IOException {
        if (copy != null) {
            folder.delete(copy);
            folder.delete(Folder.journal(copy));
        }
    }
}
