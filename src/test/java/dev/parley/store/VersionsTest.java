package dev.parley.store;

import static dev.parley.store.Sample.message;
import static dev.parley.store.Sample.now;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Storage;
import dev.parley.scorecard.Shows;
import dev.parley.store.Layout.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of older and newer versions, and of none. */
class VersionsTest {
    /** As if sent texts had once had a second column. */
    private static final Table SENT_BEFORE = Table.of("sent", false, "text", "place");

    private static final Layout BEFORE = new Layout(
            1,
            List.of(Layout.INVENTORY, Layout.OUTBOX, Layout.DRAFTS, Layout.MARKS, SENT_BEFORE),
            (table, row) -> Stream.of(new Kept(table, row)));
    private static final Layout NOW = new Layout(
            2,
            Layout.ALL.get(Layout.ALL.size() - 1).tables(),
            (table, row) -> Stream.of(
                    table.equals(SENT_BEFORE)
                            ? new Kept(
                                    Layout.SENT,
                                    new Row(row.number(), row.values().subList(0, 1)))
                            : new Kept(table, row)));

    @TempDir
    Path temp;

    @Test
    void an_older_file_moves_on_with_all_its_rows_and_stays_as_a_backup() throws Exception {
        byte[] older = older(temp);

        try (DiskStore store = DiskStore.writing(temp, Sample.CLOCK, List.of(BEFORE, NOW), Calls.UNHINDERED)) {
            assertThat(now(store.sentTexts().all())).containsExactly("one", "two");
            assertThat(now(Sample.ports(store).outbox().all())).containsExactly(message("a"));
            assertThat(now(store.storage())).isEqualTo(Storage.KEPT);
            assertThat(now(store.warnings())).isEmpty();
        }
        assertThat(Files.readAllBytes(temp.resolve("mine.db.v1-backup"))).isEqualTo(older);
    }

    @Test
    @Shows("R1")
    void a_crash_at_any_call_of_the_move_loses_nothing() throws Exception {
        byte[] older = older(Files.createDirectory(temp.resolve("older")));
        int crashes = 0;
        for (boolean crashed = true; crashed; crashes++) {
            Path before = Files.createDirectory(temp.resolve("before-" + crashes));
            Path after = Files.createDirectory(temp.resolve("after-" + crashes));
            Files.write(before.resolve("mine.db"), older);
            crashed = moveOn(before, new CrashAt(crashes + 1, before, after));
            try (DiskStore store =
                    DiskStore.writing(crashed ? after : before, Sample.CLOCK, List.of(BEFORE, NOW), Calls.UNHINDERED)) {
                assertThat(now(store.sentTexts().all()))
                        .as("crash at call %d", crashes + 1)
                        .containsExactly("one", "two");
                assertThat(now(Sample.ports(store).outbox().all())).containsExactly(message("a"));
                assertThat(now(store.warnings())).isEmpty();
            }
        }
        assertThat(crashes).isGreaterThan(20);
    }

    /** @return whether it crashed */
    private static boolean moveOn(Path folder, Calls calls) throws Exception {
        MineFile file = new MineFile(new Folder(folder, Sample.CLOCK, calls), List.of(BEFORE, NOW), warning -> {});
        try {
            file.sql(file.open()).close();
            return false;
        } catch (CrashAt.Crash crash) {
            return true;
        }
    }

    @Test
    void a_damaged_older_file_is_mended_and_moves_on() throws Exception {
        byte[] older = older(temp);
        older[60] ^= 4;
        Files.write(temp.resolve("mine.db"), older);

        try (DiskStore store = DiskStore.writing(temp, Sample.CLOCK, List.of(BEFORE, NOW), Calls.UNHINDERED)) {
            assertThat(now(store.sentTexts().all())).containsExactly("one", "two");
            assertThat(now(store.warnings()).toString()).contains("all that was in it is saved");
        }
        assertThat(Files.readAllBytes(temp.resolve("mine.db.damaged-20261122-120000")))
                .isEqualTo(older);
    }

    private static byte[] older(Path folder) throws SQLException, IOException, StoreFailure {
        Folder files = new Folder(folder, Sample.CLOCK, Calls.UNHINDERED);
        MineFile file = new MineFile(files, List.of(BEFORE), warning -> {});
        Mine mine = file.open();
        mine.sql().begin(true);
        mine.append(SENT_BEFORE, List.of("one", "here"));
        mine.append(SENT_BEFORE, List.of("two", "there"));
        mine.append(Layout.OUTBOX, OutgoingRows.values(new Owner("10000001", "c0a5"), message("a")));
        file.finish(mine);
        mine.sql().commit();
        mine.sql().close();
        return Files.readAllBytes(folder.resolve("mine.db"));
    }

    @Test
    void a_newer_file_is_not_touched_and_said_to_be_newer() throws IOException {
        try (DiskStore newer = DiskStore.writing(temp, Sample.CLOCK, List.of(BEFORE, NOW), Calls.UNHINDERED)) {
            now(Sample.ports(newer).outbox().accept(message("a")));
        }
        byte[] before = Files.readAllBytes(temp.resolve("mine.db"));

        try (DiskStore store = DiskStore.writing(temp, Sample.CLOCK)) {
            now(Sample.ports(store).outbox().accept(message("b")));
            assertThat(now(Sample.ports(store).outbox().all())).containsExactly(message("b"));
            assertThat(now(store.storage()))
                    .isEqualTo(new Storage(
                            Storage.State.MEMORY,
                            "what you write is kept in memory only: " + temp.resolve("mine.db")
                                    + " was written by a newer Parley (version 2, this one knows 1):"
                                    + " start that one, or this one with --profile NAME"));
        }
        assertThat(Files.readAllBytes(temp.resolve("mine.db"))).isEqualTo(before);
    }

    @Test
    void a_newer_history_is_not_touched_and_what_is_said_is_kept_in_memory() throws Exception {
        try (DiskStore store = DiskStore.writing(temp, Sample.CLOCK)) {
            now(Sample.ports(store).history().add("c", "c", List.of(Sample.said(1, "old"))));
        }
        Path file = temp.resolve("history.db");
        setVersion(file, HistoryFile.APPLICATION, HistoryFile.VERSION + 1);
        byte[] before = Files.readAllBytes(file);

        try (DiskStore store = DiskStore.writing(temp, Sample.CLOCK)) {
            now(Sample.ports(store).history().add("c", "c", List.of(Sample.said(2, "new"))));
            assertThat(now(Sample.ports(store).history().of("c", "c"))).containsExactly(Sample.said(2, "new"));
            assertThat(now(store.storage())).isEqualTo(Storage.KEPT);
            assertThat(now(store.warnings())).hasSize(1);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private static void setVersion(Path file, int application, int version) throws SQLException, IOException {
        try (Sql sql = Sql.open(file, Calls.UNHINDERED)) {
            sql.run("PRAGMA user_version=" + version);
            sql.run("PRAGMA application_id=" + (application | version));
        }
    }

    @Test
    void a_file_of_another_program_is_kept_and_a_new_one_begun() throws Exception {
        Path file = Files.createFile(temp.resolve("mine.db"));
        Library.load(temp);
        try (Sql sql = Sql.open(file, Calls.UNHINDERED)) {
            sql.run("CREATE TABLE outbox(n)");
        }
        byte[] theirs = Files.readAllBytes(file);

        try (DiskStore store = DiskStore.writing(temp, Sample.CLOCK)) {
            now(Sample.ports(store).outbox().accept(message("a")));
            assertThat(now(store.storage())).isEqualTo(Storage.KEPT);
        }
        assertThat(Files.readAllBytes(temp.resolve("mine.db.damaged-20261122-120000")))
                .isEqualTo(theirs);
    }
}
