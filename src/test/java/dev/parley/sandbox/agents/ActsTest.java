package dev.parley.sandbox.agents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.service.Rig;
import dev.parley.sandbox.service.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What an agent publishes, seen by the consumer, and how it is kept. */
class ActsTest {
    private final Booth booth = new Booth();

    private String attended() {
        booth.staff(booth.rig, booth.rig.vault);
        return booth.attended();
    }

    @Test
    void every_act_survives_being_written_down() throws Exception {
        List<Act> acts = List.of(
                new Act.Join("A"),
                new Act.Accept(3),
                new Act.Read(3),
                new Act.Typing("COMPOSING"),
                new Act.Say("x", List.of("y")),
                new Act.Close(),
                new Act.Close(true),
                new Act.HandOver("B"),
                new Act.Publish(Booth.json("{\"type\":\"X\"}"), Booth.json("[{}]"), "ALL"),
                new Act.Publish(Booth.json("{\"type\":\"X\"}")),
                new Act.Whisper("x"),
                new Act.SendFile("n", "TXT", "c"),
                new Act.Invite("contact", "t"),
                new Act.As("M", "MANAGER", new Act.Say("x")),
                new Act.Bring("M", "MANAGER"),
                new Act.Dismiss("M", "MANAGER"),
                new Act.Leave(),
                new Act.Transfer("7"),
                new Act.Urge("CUSTOM", 5L),
                new Act.Delay("NIGHT", 5),
                new Act.End(),
                new Act.Lock(),
                new Act.Trouble("{}"),
                new Act.Bend("survey=off"));

        for (Act act : acts) {
            JsonNode written = Booth.JSON.valueToTree(act);
            assertThat(Booth.JSON.treeToValue(written, Act.class)).isEqualTo(act);
        }
        assertThat(acts).extracting(Object::getClass).containsAll(List.of(Act.class.getPermittedSubclasses()));
    }

    @Test
    void a_close_from_an_older_ledger_is_read() throws Exception {
        assertThat(Booth.JSON.readValue("{\"act\":\"close\"}", Act.class)).isEqualTo(new Act.Close());
    }

    @Test
    void any_event_of_the_wire_can_be_published_with_metadata_and_quick_replies() {
        String dialog = attended();
        String card = "{\"type\":\"RichContentEvent\",\"content\":{\"type\":\"vertical\",\"elements\":[]},"
                + "\"quickReplies\":{\"type\":\"quickReplies\",\"replies\":[]}}";

        booth.act(
                dialog,
                new Act.Publish(Booth.json(card), Booth.json("[{\"type\":\"ExternalId\",\"id\":\"c1\"}]"), null));

        assertThat(booth.lastEvent().path("event")).isEqualTo(Booth.json(card));
        assertThat(booth.lastEvent().at("/metadata/0/id").asText()).isEqualTo("c1");
    }

    @Test
    void what_the_service_does_not_take_is_left_out_and_the_rest_is_done() {
        String dialog = attended();
        booth.plan(dialog, new Act.Publish(Booth.json("{\"type\":\"Dance\"}")));
        booth.plan(dialog, new Act.Say("x".repeat(8_001)));

        booth.act(dialog, new Act.Say("still here"));

        assertThat(booth.socket.heard()).containsExactly("still here");
    }

    @Test
    void a_whisper_is_not_heard() {
        String dialog = attended();

        booth.act(dialog, new Act.Whisper("psst"));

        assertThat(booth.socket.frames.toString()).doesNotContain("psst");
        assertThat(booth.rig.state.conversation(dialog).orElseThrow().events()).hasSize(1);
    }

    @Test
    void a_file_is_stored_and_shown_and_can_be_fetched() {
        String dialog = attended();

        booth.act(dialog, new Act.SendFile("note", "TXT", "a note", "data:text/plain,hello"));

        JsonNode message = booth.lastEvent().at("/event/message");
        List<String> got = new ArrayList<>();
        assertThat(booth.lastEvent().at("/event/contentType").asText()).isEqualTo("hosted/file");
        assertThat(message.path("caption").asText()).isEqualTo("a note");
        assertThat(message.path("preview").asText()).isEqualTo("data:text/plain,hello");
        JsonNode url = booth.socket.ask(
                "ms.GenerateURLForDownloadFile",
                "{\"relativePath\":\"" + message.path("relativePath").asText() + "\"}");
        assertThat(url.path("code").asInt()).isEqualTo(200);
        booth.rig
                .service
                .files()
                .get(
                        message.path("relativePath").asText(),
                        outcome -> got.add(new String(outcome.bytes(), StandardCharsets.US_ASCII)));
        assertThat(got).containsExactly("hello, file");
    }

    @Test
    void a_file_that_is_not_there_keeps_nothing_from_happening() {
        String dialog = attended();
        booth.plan(dialog, new Act.SendFile("no such", "TXT", ""));

        booth.act(dialog, new Act.Say("sorry"));

        assertThat(booth.socket.heard()).containsExactly("sorry");
    }

    /** A disk that takes its time. */
    private static final class SlowVault implements Vault {
        final Queue<Consumer<Optional<IOException>>> waiting = new ArrayDeque<>();

        @Override
        public void put(String path, byte[] bytes, Consumer<Optional<IOException>> then) {
            waiting.add(then);
        }

        @Override
        public void get(String path, Consumer<Read> then) {
            throw new AssertionError("nobody reads");
        }
    }

    @Test
    void what_is_behind_a_file_waits_until_it_is_on_the_disk() {
        SlowVault vault = new SlowVault();
        booth.staff(booth.rig, vault);
        String dialog = booth.attended();
        booth.plan(dialog, new Act.SendFile("note", "TXT", ""));
        booth.act(dialog, new Act.Say("that was it"));
        List<String> early = List.copyOf(booth.socket.heard());

        vault.waiting.remove().accept(Optional.empty());
        booth.rig.time.advance(1);

        assertThat(early).isEmpty();
        assertThat(booth.socket.events())
                .filteredOn(
                        change -> change.at("/originatorMetadata/role").asText().equals("ASSIGNED_AGENT"))
                .extracting(change -> change.at("/event/contentType").asText())
                .containsExactly("hosted/file", "text/plain");
    }

    @Test
    void a_file_the_disk_refuses_is_left_out() {
        SlowVault vault = new SlowVault();
        booth.staff(booth.rig, vault);
        String dialog = booth.attended();
        booth.plan(dialog, new Act.SendFile("note", "TXT", ""));
        booth.act(dialog, new Act.Say("that was it"));

        vault.waiting.remove().accept(Optional.of(new IOException("full")));
        booth.rig.time.advance(1);

        assertThat(booth.socket.heard()).containsExactly("that was it");
    }

    @Test
    void what_was_planned_before_a_kill_is_done_after_it() {
        String dialog = attended();
        booth.plan(dialog, new Act.SendFile("note", "TXT", "late"));
        booth.plan(dialog, new Act.Whisper("psst"));
        booth.plan(dialog, new Act.Bring("Max", "MANAGER"));
        booth.plan(dialog, new Act.Close());

        Rig later = booth.rig.restart(60_000);
        booth.staff(later, later.vault);
        Rig.Socket back = later.socket();
        back.list("{}");

        assertThat(back.details().path("dialogs").size()).isEqualTo(2);
        assertThat(later.state.conversation(dialog).orElseThrow().events()).hasSize(2);
        assertThat(later.state.conversation(dialog).orElseThrow().brand()).hasSize(2);
    }
}
