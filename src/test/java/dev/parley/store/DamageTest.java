package dev.parley.store;

import static dev.parley.store.Sample.message;
import static dev.parley.store.Sample.now;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Ports;
import dev.parley.conversation.Storage;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.store.Steps.Mine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bit flips in {@code mine.db}, or it is cut. */
class DamageTest {
    private static final long SEED = 20_261_122;

    @TempDir
    Path temp;

    private byte[] whole;
    private Mine truth;

    /** What a store looks like after some weeks: much has been changed and deleted, some texts are longer than a page. */
    @BeforeEach
    void fill() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("whole"));
        DiskStore store = DiskStore.writing(folder, Sample.CLOCK);
        Ports ports = Sample.ports(store);
        List<CompletionStage<Void>> stages = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String cid = "cid-" + i;
            Outgoing message = i % 9 == 0 ? message(cid).with(Delivery.FAILED, longText(i)) : Sample.tried(cid);
            stages.add(ports.drafts().save(new Place(new ConsumerKey(1), "conv-" + i % 40), "draft " + i));
            stages.add(ports.outbox().accept(message(cid)));
            stages.add(ports.outbox().update(message));
            stages.add(store.sentTexts().add(i % 11 == 0 ? longText(i) : "sent text " + i));
            stages.add(ports.marks().mark("conv-" + i % 30, "conv-" + i % 30, i));
            if (i % 4 != 0) {
                stages.add(ports.outbox().remove("cid-" + (i - 1)));
            }
            if (i % 10 == 0) {
                stages.forEach(Sample::now);
                stages.clear();
            }
        }
        stages.forEach(Sample::now);
        truth = Steps.state(store).mine();
        store.close();
        whole = Files.readAllBytes(folder.resolve("mine.db"));
    }

    private static String longText(int i) {
        return ("long text " + i + " ").repeat(900);
    }

    @Test
    @Shows("R22")
    void a_flipped_bit_anywhere_costs_the_row_it_is_in_and_no_other() throws IOException {
        Random random = new Random(SEED);
        int flips = Dose.of(30, 250);
        int harmless = 0;
        int lost = 0;
        for (int i = 0; i < flips; i++) {
            byte[] bytes = whole.clone();
            int place = i < 8 ? random.nextInt(100) : random.nextInt(bytes.length);
            bytes[place] ^= (byte) (1 << random.nextInt(8));
            String which = "seed " + SEED + ", flip " + i + " at " + place;

            Found found = open("flip-" + i, bytes, which);

            if (found.aside == null) {
                harmless++;
                assertThat(found.mine).as(which).isEqualTo(truth);
                assertThat(found.warnings).as(which).isEmpty();
            } else {
                int missing = rows(truth) - rows(found.mine);
                lost += missing;
                assertThat(missing).as(which + ": rows lost").isBetween(0, 1);
                assertTold(found, missing, which);
            }
        }
        Figures.note(
                "R22",
                "DamageTestFlips",
                flips + " flipped bits in a mine.db of " + rows(truth) + " rows: " + harmless
                        + " harmless and not told, " + (flips - harmless) + " mended, " + lost
                        + " rows lost, never more than the one hit, 0 wrong");
    }

    @Test
    @Shows("R22")
    void a_cut_anywhere_costs_what_is_behind_it_only() throws IOException {
        Random random = new Random(SEED);
        int cuts = Dose.of(20, 250);
        int saved = 0;
        for (int i = 0; i < cuts; i++) {
            int length = i < 3 ? i * Inspection.PAGE : random.nextInt(whole.length);
            String which = "seed " + SEED + ", cut " + i + " at " + length;

            Found found = open("cut-" + i, Arrays.copyOf(whole, length), which);

            if (found.aside == null) {
                // Cut in what nothing stands in.
                assertThat(found.mine).as(which).isEqualTo(truth);
                assertThat(found.warnings).as(which).isEmpty();
                saved += rows(truth);
                continue;
            }
            for (Outgoing message : truth.outbox()) {
                int at = onlyPlace("text of " + message.cid() + " ", length);
                if (at >= 0 && at + 400 < length && message.reason().length() < 100) {
                    assertThat(found.mine.outbox()).as(which).contains(message);
                }
            }
            saved += rows(found.mine);
            assertTold(found, rows(truth) - rows(found.mine), which);
        }
        Figures.note(
                "R22",
                "DamageTestCuts",
                cuts + " cuts of a mine.db of " + rows(truth) + " rows: on average " + saved / cuts
                        + " saved, every one whose bytes are there; 0 wrong");
    }

    /** Where it stands in the file as far as that is left, -1 when nowhere or more than once. */
    private int onlyPlace(String text, int length) {
        String all = new String(whole, 0, length, StandardCharsets.ISO_8859_1);
        int at = all.indexOf(text);
        return at >= 0 && all.indexOf(text, at + 1) < 0 ? at : -1;
    }

    @Test
    @Shows("R22")
    void a_damaged_journal_next_to_it_makes_nothing_worse() throws Exception {
        byte[][] broken = brokenOff();
        Random random = new Random(SEED);
        int flips = Dose.of(12, 100);
        for (int i = 0; i < flips; i++) {
            byte[] journal = broken[1].clone();
            int place = i < 6 ? random.nextInt(28) : random.nextInt(journal.length);
            journal[place] ^= (byte) (1 << random.nextInt(8));
            String which = "seed " + SEED + ", journal flip " + i + " at " + place;

            Found found = open("journal-" + i, broken[0], journal, which);

            assertThat(found.storage).as(which).isEqualTo(Storage.KEPT);
            if (found.aside != null) {
                assertThat(Files.readAllBytes(Folder.journal(found.aside)))
                        .as(which)
                        .isEqualTo(journal);
            }
        }
        assertThat(open("journal-whole", broken[0], broken[1], "whole journal").mine)
                .isEqualTo(truth);
        assertThat(open("journal-junk", whole, "no journal at all".repeat(99).getBytes(StandardCharsets.UTF_8), "junk")
                        .mine)
                .isEqualTo(truth);
        Figures.note(
                "R22",
                "DamageTestJournal",
                flips + " flipped bits in the journal of a broken-off transaction: 0 wrong rows");
    }

    /** File and journal as a crash leaves them in the middle of a transaction that has changed everything. */
    private byte[][] brokenOff() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("broken-off"));
        Path file = Files.write(folder.resolve("mine.db"), whole);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA cache_size=1");
            statement.execute("BEGIN");
            statement.execute("UPDATE sent SET text = 'overwritten ' || n");
            statement.execute("DELETE FROM outbox WHERE n % 2 = 0");
            statement.execute("UPDATE outbox SET text = text || zeroblob(3000)");
            byte[][] both = {Files.readAllBytes(file), Files.readAllBytes(Folder.journal(file))};
            statement.execute("ROLLBACK");
            assertThat(both[0]).isNotEqualTo(whole);
            assertThat(both[1]).isNotEmpty();
            return both;
        }
    }

    private record Found(Mine mine, Storage storage, List<String> warnings, Path aside) {}

    private Found open(String name, byte[] bytes, String which) throws IOException {
        Found found = open(name, bytes, new byte[0], which);
        if (found.aside != null) {
            assertThat(Files.readAllBytes(found.aside)).as(which).isEqualTo(bytes);
        }
        return found;
    }

    private Found open(String name, byte[] bytes, byte[] journal, String which) throws IOException {
        Path folder = Files.createDirectory(temp.resolve(name));
        Path file = Files.write(folder.resolve("mine.db"), bytes);
        if (journal.length > 0) {
            Files.write(Folder.journal(file), journal);
        }
        try (DiskStore store = DiskStore.writing(folder, Sample.CLOCK)) {
            Mine mine = Steps.state(store).mine();
            Found found = new Found(mine, now(store.storage()), now(store.warnings()), aside(folder));
            assertThat(found.storage).as(which).isEqualTo(Storage.KEPT);
            assertSome(truth.outbox(), mine.outbox(), which);
            assertThat(truth.drafts()).as(which).containsAllEntriesOf(mine.drafts());
            assertSome(truth.marks(), mine.marks(), which);
            assertSome(truth.sent(), mine.sent(), which);
            now(Sample.ports(store).outbox().accept(message("after")));
            return found;
        }
    }

    /** Nothing but what was there, in its order. */
    private static void assertSome(List<?> all, List<?> some, String which) {
        List<Object> left = new ArrayList<>(some);
        for (Object each : all) {
            if (!left.isEmpty() && left.get(0).equals(each)) {
                left.remove(0);
            }
        }
        assertThat(left).as(which + ": wrong").isEmpty();
    }

    private static Path aside(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "mine.db.damaged-*")) {
            for (Path file : files) {
                if (!file.toString().endsWith("-journal")) {
                    return file;
                }
            }
        }
        return null;
    }

    private static void assertTold(Found found, int missing, String which) {
        assertThat(found.warnings).as(which).hasSize(1);
        assertThat(found.warnings.get(0)).as(which).contains(found.aside.toString());
        if (missing > 0) {
            assertThat(found.warnings.get(0)).as(which).contains("lost are");
        }
    }

    private static int rows(Mine mine) {
        return mine.outbox().size()
                + mine.drafts().size()
                + mine.marks().size()
                + mine.sent().size();
    }
}
