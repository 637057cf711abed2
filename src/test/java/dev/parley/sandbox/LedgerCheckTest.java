package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.sandbox.service.LedgerEntry;
import dev.parley.sandbox.service.LedgerFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LedgerCheckTest {
    @RegisterExtension
    final Sandboxes sandboxes = new Sandboxes();

    @TempDir
    Path temp;

    private static LedgerEntry.Published said(long sequence, long at, String... ids) {
        ArrayNode metadata = JsonNodeFactory.instance.arrayNode();
        for (String id : ids) {
            metadata.addObject().put("type", "ExternalId").put("id", id);
        }
        return new LedgerEntry.Published(
                "d",
                "d",
                sequence,
                "c",
                "CONSUMER",
                at,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "ContentEvent")
                        .put("message", "text " + ids[ids.length - 1]),
                metadata);
    }

    private LedgerCheck of(LedgerEntry... entries) throws Exception {
        Path folder = Files.createDirectories(temp.resolve("made"));
        Files.deleteIfExists(folder.resolve("ledger"));
        try (LedgerFile file = LedgerFile.open(folder.resolve("ledger"), "aside", entry -> {})) {
            List<LedgerEntry> all = new ArrayList<>();
            all.add(new LedgerEntry.Opened("d", "c", 0, "-1", "NORMAL", 600, null, null));
            all.addAll(Arrays.asList(entries));
            file.append(all);
        }
        return LedgerCheck.of(folder);
    }

    @Test
    void a_ledger_as_it_should_be_has_no_faults() throws Exception {
        LedgerCheck check = of(said(0, 5, "a"), said(1, 5, "button", "b"), said(2, 9, "c"));

        assertThat(check.faults()).isEmpty();
        assertThat(check.faultsOf("c", List.of("a", "b", "c"))).isEmpty();
        assertThat(check.saidBy("c"))
                .extracting(LedgerCheck.Taken::externalId)
                .containsExactly(Optional.of("a"), Optional.of("b"), Optional.of("c"));
    }

    @Test
    void what_is_doubled_is_named_with_how_often() throws Exception {
        LedgerCheck check = of(said(0, 5, "a"), said(1, 5, "b"), said(2, 9, "a"), said(3, 9, "a"));

        assertThat(check.doubled()).containsOnlyKeys("a").containsEntry("a", 3);
        assertThat(check.faults()).containsExactly("ExternalId a was taken in 3 times");
        assertThat(check.faultsOf("c", List.of("a", "b"))).containsExactly("a was taken in 3 times");
    }

    @Test
    void holes_steps_back_and_running_back_in_time_are_named() throws Exception {
        assertThat(of(said(1, 5, "a")).faults()).containsExactly("dialog d has sequence 1 where 0 is due");
        assertThat(of(said(0, 5, "a"), said(2, 5, "b"), said(1, 4, "c")).faults())
                .containsExactly(
                        "dialog d has sequence 2 where 1 is due",
                        "dialog d has sequence 1 where 3 is due",
                        "dialog d goes back in time at sequence 1");
    }

    @Test
    void what_is_lost_out_of_order_or_never_sent_is_named() throws Exception {
        LedgerCheck check = of(said(0, 5, "b"), said(1, 5, "a"), said(2, 9, "x"));

        assertThat(check.faultsOf("c", List.of("a", "b", "c")))
                .containsExactly(
                        "b was sent after a and taken in before it",
                        "c was sent and is not in the ledger",
                        "x is in the ledger and was never sent");
    }

    @Test
    void file_and_running_sandbox_say_the_same_of_a_real_talk() throws Exception {
        Path folder = temp.resolve("state");
        Sandbox sandbox = sandboxes.start(SandboxOptions.alone(0, folder).withPace(0));
        String jwt = Talk.signUp(sandbox.port());
        RawPeer peer = sandboxes.keep(RawPeer.as(jwt, sandbox.port()));
        String dialog = peer.open();
        for (String text : List.of("one", "two", "three")) {
            peer.say(text, dialog, text);
            peer.answer(text);
        }

        LedgerCheck running = Sandboxes.await(sandbox.ledger());
        LedgerCheck file = LedgerCheck.of(folder);

        assertThat(running.faults()).isEmpty();
        assertThat(running.faultsOf(RequestFaultsTest.sub(jwt), List.of("one", "two", "three")))
                .isEmpty();
        assertThat(file.taken())
                .startsWith(running.saidBy(RequestFaultsTest.sub(jwt)).get(0));
        assertThat(file.taken().subList(0, running.taken().size())).isEqualTo(running.taken());
    }
}
