package dev.parley.sandbox.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFileTest {
    private static final List<List<LedgerEntry>> BATCHES = List.of(
            List.of(new LedgerEntry.Done(1)),
            List.of(new LedgerEntry.Noted("a", "\u2603\n"), new LedgerEntry.Done(7)),
            List.of(new LedgerEntry.Done(9)));

    @TempDir
    Path folder;

    private Path written() throws IOException, StateRefused {
        Path path = folder.resolve("ledger");
        try (LedgerFile file = LedgerFile.open(path, "aside", entry -> {})) {
            for (List<LedgerEntry> batch : BATCHES) {
                file.append(batch);
            }
        }
        return path;
    }

    private static List<LedgerEntry> read(Path path) throws IOException, StateRefused {
        List<LedgerEntry> entries = new ArrayList<>();
        LedgerFile.open(path, "aside", entries::add).close();
        return entries;
    }

    /** The entries of the first n batches, for every n. */
    private static List<List<LedgerEntry>> prefixes() {
        List<List<LedgerEntry>> prefixes = new ArrayList<>();
        List<LedgerEntry> so = new ArrayList<>();
        prefixes.add(List.of());
        for (List<LedgerEntry> batch : BATCHES) {
            so.addAll(batch);
            prefixes.add(List.copyOf(so));
        }
        return prefixes;
    }

    @Test
    void what_was_appended_is_read_again_in_order() throws Exception {
        assertThat(read(written())).isEqualTo(prefixes().get(3));
    }

    @Test
    void the_file_is_readable_by_its_owner_alone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written())))
                .isEqualTo("rw-------");
    }

    @Test
    void cut_at_any_byte_whole_batches_are_kept_and_the_rest_is_set_aside() throws Exception {
        byte[] whole = Files.readAllBytes(written());
        int header = "parley-sandbox-ledger 1\n".length();
        for (int cut = header; cut < whole.length; cut++) {
            Path path = folder.resolve("cut-" + cut);
            Files.write(path, Arrays.copyOf(whole, cut));
            List<LedgerEntry> entries = new ArrayList<>();

            try (LedgerFile file = LedgerFile.open(path, "aside-" + cut, entries::add)) {
                file.append(List.of(new LedgerEntry.Done(99)));
            }

            assertThat(prefixes()).contains(entries);
            long kept = Files.exists(folder.resolve("aside-" + cut)) ? Files.size(folder.resolve("aside-" + cut)) : 0;
            List<LedgerEntry> after = read(path);
            assertThat(after.subList(0, after.size() - 1)).isEqualTo(entries);
            assertThat(Files.size(path) + kept).isGreaterThan(cut);
        }
    }

    @Test
    void a_flipped_bit_never_brings_up_a_wrong_entry() throws Exception {
        byte[] whole = Files.readAllBytes(written());
        int header = "parley-sandbox-ledger 1\n".length();
        for (int at = header; at < whole.length; at++) {
            byte[] bent = whole.clone();
            bent[at] ^= 4;
            Path path = folder.resolve("bent-" + at);
            Files.write(path, bent);

            List<LedgerEntry> entries = new ArrayList<>();
            LedgerFile.open(path, "aside-" + at, entries::add).close();

            assertThat(prefixes().subList(0, 3)).contains(entries);
        }
    }

    @Test
    void killed_before_the_first_line_was_written_it_begins_anew() throws Exception {
        byte[] whole = Files.readAllBytes(written());
        for (int cut = 0; cut < "parley-sandbox-ledger 1\n".length(); cut++) {
            Path path = folder.resolve("begun-" + cut);
            Files.write(path, Arrays.copyOf(whole, cut));

            try (LedgerFile file = LedgerFile.open(path, "aside-" + cut, entry -> {})) {
                file.append(List.of(new LedgerEntry.Done(99)));
            }

            assertThat(read(path)).containsExactly(new LedgerEntry.Done(99));
        }
    }

    @Test
    void a_flipped_bit_in_the_first_line_costs_nothing_and_the_file_is_kept() throws Exception {
        byte[] whole = Files.readAllBytes(written());
        for (int at = 0; at < "parley-sandbox-ledger 1\n".length(); at++) {
            byte[] bent = whole.clone();
            bent[at] ^= 2;
            Path path = folder.resolve("bent-" + at);
            Files.write(path, bent);

            List<LedgerEntry> entries = new ArrayList<>();
            try (LedgerFile file = LedgerFile.open(path, "aside-" + at, entries::add)) {
                file.append(List.of(new LedgerEntry.Done(99)));
            }

            assertThat(entries).isEqualTo(prefixes().get(3));
            assertThat(read(path)).hasSize(entries.size() + 1);
            assertThat(Files.readAllBytes(folder.resolve("aside-" + at))).isEqualTo(bent);
        }
    }

    @Test
    void what_a_failed_write_left_is_written_over() throws Exception {
        Path path = written();
        try (LedgerFile file = LedgerFile.open(path, "aside", entry -> {})) {
            Files.write(path, "0badc0de [{\"is\"".getBytes(UTF_8), StandardOpenOption.APPEND);

            file.append(List.of(new LedgerEntry.Done(99)));
        }

        assertThat(read(path)).hasSize(5).endsWith(new LedgerEntry.Done(99));
        assertThat(folder.resolve("aside")).doesNotExist();
    }

    @Test
    void looking_changes_nothing_not_even_a_torn_end() throws Exception {
        Path path = written();
        byte[] torn = Arrays.copyOf(Files.readAllBytes(path), (int) Files.size(path) - 3);
        Files.write(path, torn);
        List<LedgerEntry> entries = new ArrayList<>();

        LedgerFile.look(path, entries::add);

        assertThat(entries).isEqualTo(prefixes().get(2));
        assertThat(Files.readAllBytes(path)).isEqualTo(torn);
    }

    @Test
    void a_ledger_of_another_version_is_refused_and_left_alone() throws Exception {
        Path path = folder.resolve("ledger");
        Files.writeString(path, "parley-sandbox-ledger 2\nwhatever\n");

        assertThatThrownBy(() -> read(path)).isInstanceOf(StateRefused.class).hasMessageContaining("--fresh");
        assertThat(Files.readString(path)).contains("whatever");
    }
}
