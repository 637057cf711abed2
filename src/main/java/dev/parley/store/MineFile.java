package dev.parley.store;

import dev.parley.store.Layout.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * {@code mine.db}: what the person wrote. A damaged one is set aside, never deleted, and what can be had of it goes into a
 * new one; an older one goes into a new one, too, and stays as a backup; a newer one is not touched. A new file is built
 * under another name and put in place whole, so there is no time at which half of one could be found.
 */
final class MineFile implements StoreFile<Mine> {
    private final Folder folder;
    private final List<Layout> layouts;
    private final Consumer<String> warnings;
    private final Path file;
    private final Path fresh;

    /** @param warnings takes sentences for the person */
    MineFile(Folder folder, List<Layout> layouts, Consumer<String> warnings) {
        this.folder = folder;
        this.layouts = layouts;
        this.warnings = warnings;
        file = folder.file("mine.db");
        fresh = folder.file("mine.db.new");
    }

    @Override
    public Mine open() throws SQLException, IOException, StoreFailure {
        Library.load(folder.path());
        folder.mustBeWritable(file);
        if (!Files.exists(file)) {
            putAsideJournal();
            build(List.of());
            folder.replace(fresh, file);
        }
        refuseNewer();
        Evidence evidence = Evidence.of(folder, file);
        try {
            return checked();
        } catch (Damaged damaged) {
            mend(evidence);
        } catch (SQLException failed) {
            if (!Reasons.isDamage(failed)) {
                throw failed;
            }
            mend(evidence);
        } finally {
            evidence.discard();
        }
        try {
            return checked();
        } catch (Damaged again) {
            throw new StoreFailure("the disk does not give back what was written to it", again);
        }
    }

    private Layout layout() {
        return layouts.get(layouts.size() - 1);
    }

    private void refuseNewer() throws IOException, StoreFailure {
        int version;
        try {
            version = Inspection.version(file, Layout.APPLICATION);
        } catch (Damaged seenLater) {
            return;
        }
        if (version > layout().version()) {
            throw new StoreFailure(file + " was written by a newer Parley (version " + version + ", this one knows "
                    + layout().version() + "): start that one, or this one with --profile NAME");
        }
    }

    private Mine checked() throws SQLException, IOException, Damaged {
        int version = Inspection.version(file, Layout.APPLICATION);
        Layout before = layouts.stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(() -> new Damaged("no version"));
        Inspection.header(file);
        Sql sql = Sql.open(file, folder.calls());
        try {
            Inspection.structure(
                    sql, before.tables().stream().map(Table::create).toList());
            Inspection.rows(sql, before);
            if (version == layout().version()) {
                sql.journal("FULL");
                // Tells now, rather than at the first message, when the file cannot be written.
                sql.begin(true);
                sql.run("ROLLBACK");
                return new Mine(sql, layout());
            }
        } catch (SQLException | IOException | Damaged failed) {
            sql.close();
            throw failed;
        }
        moveOn(sql, before);
        return checked();
    }

    private void moveOn(Sql sql, Layout before) throws SQLException, IOException {
        List<Kept> rows = new ArrayList<>();
        try (sql) {
            Mine mine = new Mine(sql, before);
            for (Table table : before.own()) {
                mine.rows(table, "1").forEach(row -> rows.add(new Kept(table, row)));
            }
        }
        folder.copy(file, folder.backup(file, before.version()));
        build(upgraded(before, rows));
        folder.delete(Folder.journal(file));
        folder.replace(fresh, file);
    }

    private List<Kept> upgraded(Layout from, List<Kept> rows) {
        List<Kept> now = rows;
        for (Layout next : layouts.subList(layouts.indexOf(from) + 1, layouts.size())) {
            now = now.stream()
                    .flatMap(kept -> next.upgrade().apply(kept.table(), kept.row()))
                    .toList();
        }
        return now;
    }

    private void mend(Evidence evidence) throws SQLException, IOException {
        Path aside = evidence.keep();
        Layout from = layout();
        Salvage salvage = new Salvage(from, evidence.files());
        for (Layout older : layouts.subList(0, layouts.size() - 1)) {
            Salvage other = new Salvage(older, evidence.files());
            if (other.size() > salvage.size()) {
                salvage = other;
                from = older;
            }
        }
        List<Kept> rows = new ArrayList<>();
        for (Table table : from.own()) {
            salvage.rows(table).forEach(row -> rows.add(new Kept(table, row)));
        }
        build(upgraded(from, rows));
        folder.delete(Folder.journal(file));
        folder.replace(fresh, file);
        warnings.accept(Losses.sentence(salvage.losses(), aside));
    }

    /** Of a file that is gone: SQLite would undo with it what was never done in the new one. */
    private void putAsideJournal() throws SQLException, IOException {
        Path journal = Folder.journal(file);
        if (Folder.size(journal) > 0) {
            folder.replace(journal, Folder.journal(folder.damaged(file)));
        }
        folder.delete(journal);
    }

    private void build(List<Kept> rows) throws SQLException, IOException {
        folder.delete(fresh);
        folder.delete(Folder.journal(fresh));
        folder.create(fresh);
        try (Sql sql = Sql.open(fresh, folder.calls())) {
            sql.run("PRAGMA page_size=" + Inspection.PAGE);
            sql.run("PRAGMA synchronous=FULL");
            sql.begin(true);
            sql.run("PRAGMA application_id=" + layout().application());
            sql.run("PRAGMA user_version=" + layout().version());
            for (Table table : layout().tables()) {
                sql.run(table.create());
            }
            Mine mine = new Mine(sql, layout());
            for (Kept kept : rows) {
                mine.put(kept.table(), kept.row());
            }
            mine.takeStockOfAll();
            sql.commit();
        }
    }

    @Override
    public Sql sql(Mine mine) {
        return mine.sql();
    }

    @Override
    public void finish(Mine mine) throws SQLException, IOException {
        mine.takeStock();
    }

    @Override
    public boolean survives(Mine mine, Exception failure) {
        mine.forgetChanges();
        return passes(failure);
    }

    /** Whether SQLite needs nothing but time, or room, to go on with the file as it is open. */
    static boolean passes(Exception failure) {
        return Stream.of("the disk is full", "another program holds the file").anyMatch(Reasons.of(failure)::equals);
    }
}
