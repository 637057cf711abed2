package dev.parley.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.Event;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactionTest {
    @TempDir
    Path folder;

    private Path ledger() {
        return folder.resolve("ledger");
    }

    /** A life of a few conversations with many plans and notes, by chance. */
    private static List<List<LedgerEntry>> life(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<LedgerEntry>> batches = new ArrayList<>();
        List<Long> open = new ArrayList<>();
        long[] sequences = new long[4];
        boolean[] closed = new boolean[4];
        for (int i = 0; i < 4; i++) {
            batches.add(List.of(new LedgerEntry.Opened("d" + i, "c" + i % 2, i, "-1", "NORMAL", 600, null, null)));
        }
        for (int plan = 1; plan <= 900; plan++) {
            int at = random.nextInt(4);
            List<LedgerEntry> batch = new ArrayList<>();
            if (!closed[at]) {
                ObjectNode act = JsonNodeFactory.instance.objectNode().put("act", "close");
                batch.add(new LedgerEntry.Planned(plan, "d" + at, random.nextInt(1_000), act));
                open.add((long) plan);
                batch.add(new LedgerEntry.Noted("d" + at, "note " + plan));
                if (random.nextInt(10) == 0) {
                    batch.add(new LedgerEntry.Published(
                            "d" + at,
                            "d" + at,
                            sequences[at]++,
                            "c",
                            "CONSUMER",
                            plan,
                            StoredEvent.json(Event.ContentEvent.text("text " + plan)),
                            null));
                }
            }
            if (!open.isEmpty() && random.nextInt(20) != 0) {
                batch.add(new LedgerEntry.Done(open.remove(random.nextInt(open.size()))));
            }
            if (random.nextInt(30) == 0) {
                batch.add(new LedgerEntry.ProfileSet(
                        "c0", JsonNodeFactory.instance.objectNode().put("n", plan)));
            }
            if (random.nextInt(400) == 0 && !closed[at]) {
                closed[at] = true;
                batch.add(new LedgerEntry.Closed("d" + at, "AGENT", null, plan));
            }
            if (!batch.isEmpty()) {
                batches.add(batch);
            }
        }
        return batches;
    }

    private void write(List<List<LedgerEntry>> batches) throws Exception {
        try (LedgerFile file = LedgerFile.open(ledger(), "aside", entry -> {})) {
            for (List<LedgerEntry> batch : batches) {
                file.append(batch);
            }
        }
    }

    private State state() throws Exception {
        State state = new State();
        LedgerFile.look(ledger(), state::apply);
        return state;
    }

    /** Everything the service could tell or do by it. */
    private static String told(State state) {
        StringBuilder told = new StringBuilder();
        for (Conversation it : state.conversations()) {
            told.append(ConversationNotice.of(it, "a", true))
                    .append(it.events())
                    .append(it.note())
                    .append(state.hasPlans(it.id()));
        }
        told.append(state.profile("c0"));
        for (Optional<LedgerEntry.Planned> next = state.nextPlan(); next.isPresent(); next = state.nextPlan()) {
            told.append(next.get());
            state.apply(new LedgerEntry.Done(next.get().id()));
        }
        return told.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_ledger_of_mostly_dead_entries_is_written_anew_and_tells_the_same(long seed) throws Exception {
        write(life(seed));
        String before = told(state());
        long size = Files.size(ledger());

        State read = new State();
        try (LedgerFile file = LedgerFile.open(ledger(), "aside", read::apply)) {
            file.append(List.of(new LedgerEntry.Noted("d0", "after")));
        }

        assertThat(Files.size(ledger())).isLessThan(size / 2);
        assertThat(told(read)).isEqualTo(before);
        State again = state();
        assertThat(again.conversation("d0").orElseThrow().note()).isEqualTo("after");
        assertThat(told(again)).isEqualTo(before.replaceFirst("note \\d+", "after"));
        assertThat(folder.resolve("aside")).doesNotExist();
        assertThat(folder.resolve("ledger.new")).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ledger())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_crash_in_the_middle_of_it_leaves_the_old_ledger_and_the_next_start_does_it() throws Exception {
        write(life(6));
        String before = told(state());
        byte[] old = Files.readAllBytes(ledger());
        Files.write(folder.resolve("ledger.new"), Arrays.copyOf(old, old.length / 3));

        State read = new State();
        LedgerFile.open(ledger(), "aside", read::apply).close();

        assertThat(told(read)).isEqualTo(before);
        assertThat(told(state())).isEqualTo(before);
        assertThat(Files.size(ledger())).isLessThan(old.length / 2);
        assertThat(folder.resolve("ledger.new")).doesNotExist();
    }

    @Test
    void a_damaged_end_is_set_aside_before_the_rest_is_written_anew() throws Exception {
        write(life(7));
        byte[] whole = Files.readAllBytes(ledger());
        Files.write(ledger(), Arrays.copyOf(whole, whole.length - 5));

        LedgerFile.open(ledger(), "aside", entry -> {}).close();

        assertThat(Files.readString(folder.resolve("aside"))).isNotEmpty();
        assertThat(new String(whole, StandardCharsets.UTF_8)).contains(Files.readString(folder.resolve("aside")));
    }

    @Test
    void a_small_ledger_stays_as_it_is() throws Exception {
        write(life(8).subList(0, 100));
        byte[] before = Files.readAllBytes(ledger());

        LedgerFile.open(ledger(), "aside", entry -> {}).close();

        assertThat(Files.readAllBytes(ledger())).isEqualTo(before);
    }
}
