package dev.parley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * {@code history.db}: a cache of what the service has. A damaged or older one makes room for a new one; a newer one is not
 * touched.
 */
final class HistoryFile implements StoreFile<Sql> {
    static final int VERSION = 1;

    /** "PRH", the version in the last byte. */
    static final int APPLICATION = 0x50524800;

    /**
     * Columns have no type, see {@link Raw}. Events are numbered by dialog, and turns of text once more for the search, which
     * finds three letters in a row wherever they stand; what it finds is looked at again, so it need not be exact.
     */
    static final List<String> TABLES = List.of(
            "CREATE TABLE facts(account, consumer, conversation, updated INTEGER, body,"
                    + " UNIQUE(account, consumer, conversation))",
            "CREATE TABLE names(account, consumer, participant, body, UNIQUE(account, consumer, participant))",
            "CREATE TABLE dialogs(id INTEGER PRIMARY KEY AUTOINCREMENT, account, consumer, conversation, dialog,"
                    + " UNIQUE(account, consumer, conversation, dialog))",
            "CREATE TABLE events(dialog INTEGER, sequence INTEGER, body, PRIMARY KEY(dialog, sequence)) WITHOUT ROWID",
            "CREATE TABLE holes(dialog INTEGER, low INTEGER, high INTEGER, UNIQUE(dialog, low, high))",
            "CREATE TABLE said(id INTEGER PRIMARY KEY, dialog INTEGER, sequence INTEGER, at INTEGER,"
                    + " UNIQUE(dialog, sequence))",
            "CREATE VIRTUAL TABLE words USING fts5(plain, content='', contentless_delete=1, detail=none,"
                    + " tokenize='trigram')");

    private final Folder folder;
    private final Path file;
    /** SQLite found something wrong in it while it was open. */
    private boolean suspect;

    HistoryFile(Folder folder) {
        this.folder = folder;
        file = folder.file("history.db");
    }

    @Override
    public Sql open() throws SQLException, IOException, StoreFailure {
        Library.load(folder.path());
        folder.mustBeWritable(file);
        if (Files.exists(file)) {
            try {
                int version = Inspection.version(file, APPLICATION);
                if (version > VERSION) {
                    throw new StoreFailure(
                            file + " was written by a newer Parley, so what is said is kept in memory only this time");
                }
                if (version == VERSION && !suspect) {
                    return checked();
                }
            } catch (Damaged damaged) {
                suspect = true;
            } catch (SQLException failed) {
                if (!Reasons.isDamage(failed)) {
                    throw failed;
                }
                suspect = true;
            }
            makeRoom();
        }
        create();
        suspect = false;
        return opened();
    }

    private Sql checked() throws SQLException, IOException, Damaged {
        Inspection.header(file);
        Sql sql = opened();
        try {
            List<String> found = sql.rows("SELECT sql FROM sqlite_schema").stream()
                    .map(row -> String.valueOf(row.get(0)))
                    .toList();
            if (!found.containsAll(TABLES)) {
                throw new Damaged("other tables");
            }
            sql.begin(true);
            sql.run("ROLLBACK");
            return sql;
        } catch (SQLException | IOException | Damaged failed) {
            sql.close();
            throw failed;
        }
    }

    private Sql opened() throws SQLException, IOException {
        Sql sql = Sql.open(file, folder.calls());
        try {
            sql.journal("NORMAL");
            return sql;
        } catch (SQLException | IOException failed) {
            sql.close();
            throw failed;
        }
    }

    /** Only the last damaged one is kept: it can be large, and the service has it all. */
    private void makeRoom() throws SQLException, IOException {
        Path aside = folder.file("history.db.damaged");
        folder.delete(Folder.journal(file));
        if (suspect) {
            folder.replace(file, aside);
        } else {
            folder.delete(file);
        }
    }

    private void create() throws SQLException, IOException {
        Path fresh = folder.file("history.db.new");
        folder.delete(fresh);
        folder.delete(Folder.journal(fresh));
        folder.delete(Folder.journal(file));
        folder.create(fresh);
        try (Sql sql = Sql.open(fresh, folder.calls())) {
            sql.run("PRAGMA page_size=" + Inspection.PAGE);
            sql.begin(true);
            sql.run("PRAGMA application_id=" + (APPLICATION | VERSION));
            sql.run("PRAGMA user_version=" + VERSION);
            for (String table : TABLES) {
                sql.run(table);
            }
            sql.commit();
        }
        folder.replace(fresh, file);
    }

    @Override
    public Sql sql(Sql opened) {
        return opened;
    }

    @Override
    public void finish(Sql opened) {}

    @Override
    public boolean survives(Sql opened, Exception failure) {
        suspect |= failure instanceof SQLException sql && Reasons.isDamage(sql);
        return !suspect && MineFile.passes(failure);
    }
}
