package dev.parley.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.faults.Quirk;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes and order of what is told, which nobody knows or which have changed (PROTOCOL.md sections 18 and 19). */
class TellingQuirksTest {
    private static final String CLOSE = "{\"field\":\"Stage\",\"conversationState\":\"CLOSE\"}";

    private final Rig rig = new Rig();
    private final Rig.Socket socket = rig.socket();

    @Test
    void participants() {
        String dialog = socket.followed();
        rig.attend(dialog);
        rig.quirks.set(Quirk.PARTICIPANTS, "maps");
        socket.list("{}");
        JsonNode maps = socket.details();
        rig.quirks.set(Quirk.PARTICIPANTS, "pid");
        socket.list("{}");
        JsonNode pid = socket.details();

        assertThat(maps.path("participants"))
                .hasToString("{\"CONSUMER\":[\"" + Rig.CONSUMER + "\"],\"ASSIGNED_AGENT\":[\"agent-1\"]}");
        assertThat(maps.path("participantsPId")).isEqualTo(maps.path("participants"));
        assertThat(pid.has("participants")).isFalse();
        assertThat(pid.path("participantsPId").path("ASSIGNED_AGENT").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "DIALOGS,/conversationDetails/dialogs",
        "STAGE,/conversationDetails/stage",
        "PREVIEW,/lastContentEventNotification"
    })
    void members_that_may_be_missing(Quirk quirk, String member) {
        String dialog = socket.followed();
        socket.say(dialog, "x");
        socket.list("{}");
        boolean usually = socket.upserts().get(0).path("result").at(member).isMissingNode();
        rig.quirks.set(quirk, "missing");
        socket.list("{}");

        assertThat(usually).isFalse();
        assertThat(socket.upserts().get(0).path("result").at(member).isMissingNode())
                .isTrue();
    }

    @Test
    void csat_and_its_lock() {
        String dialog = socket.closed();
        rig.quirks.set(Quirk.CSAT, "flat");
        rig.quirks.set(Quirk.CSAT_LOCKS, "on");

        socket.change(dialog, "{\"field\":\"CSATRate\",\"csatRate\":4,\"status\":\"FILLED\"}");

        assertThat(socket.details().path("csatRate").asInt()).isEqualTo(4);
        assertThat(socket.details().has("csat")).isFalse();
        assertThat(socket.details().path("stage").asText()).isEqualTo("LOCKED");
    }

    @Test
    void deletes() {
        socket.list("{\"stage\":[\"OPEN\"]}");
        String dialog = socket.open();
        rig.quirks.set(Quirk.DELETES, "bare");

        socket.change(dialog, CLOSE);

        assertThat(socket.upserts().get(0))
                .hasToString("{\"type\":\"DELETE\",\"result\":{\"convId\":\"" + dialog + "\"}}");
    }

    @Test
    void originator() {
        String dialog = socket.followed();
        rig.quirks.set(Quirk.ORIGINATOR, "missing");

        socket.say(dialog, "x");

        assertThat(socket.frames.toString()).doesNotContain("originatorMetadata");
    }

    @Test
    void private_events() {
        String dialog = socket.followed();
        rig.quirks.set(Quirk.PRIVATE_EVENTS, "sent");
        socket.frames.clear();

        rig.byAgent(dialog, "psst", "AGENTS_AND_MANAGERS");

        assertThat(socket.events().get(0).path("messageAudience").asText()).isEqualTo("AGENTS_AND_MANAGERS");
    }

    @Test
    void order() {
        String dialog = socket.followed();
        rig.quirks.set(Quirk.ORDER, "news-first");

        socket.say(dialog, "x");

        assertThat(socket.frames)
                .extracting(frame -> frame.path("kind").asText())
                .last()
                .isEqualTo("resp");
        assertThat(socket.frames).hasSize(3);
    }

    @Test
    void upserts() {
        String dialog = socket.followed();
        rig.quirks.set(Quirk.UPSERTS, "twice");
        socket.say(dialog, "x");
        int twice = socket.upserts().size();
        rig.quirks.set(Quirk.UPSERTS, "late");
        socket.say(dialog, "y");
        int early = socket.upserts().size();
        rig.time.advance(1_000);
        int late = socket.upserts().size();

        assertThat(List.of(twice, early, late)).containsExactly(2, 0, 1);
    }

    @Test
    void a_stale_upsert_comes_behind_a_newer_one_or_after_a_second() {
        String dialog = socket.followed();
        rig.quirks.set(Quirk.UPSERTS, "stale");
        rig.byAgent(dialog, "one", "ALL");
        socket.frames.clear();
        rig.byAgent(dialog, "two", "ALL");
        List<JsonNode> turned = socket.upserts();
        socket.say(dialog, "three");
        int held = socket.upserts().size();
        rig.time.advance(1_000);

        assertThat(turned)
                .extracting(it -> it.at("/result/lastContentEventNotification/event/message")
                        .asText())
                .containsExactly("two", "one");
        assertThat(held).isZero();
        assertThat(socket.upserts()).hasSize(1);
    }

    @Test
    void echo() {
        String dialog = socket.followed();
        rig.quirks.set(Quirk.ECHO, "twice");
        socket.say(dialog, "x");
        int twice = socket.events().size();
        rig.quirks.set(Quirk.ECHO, "late");
        socket.say(dialog, "y");
        int early = socket.events().size();
        rig.time.advance(1_000);

        assertThat(List.of(twice, early)).containsExactly(2, 0);
        assertThat(socket.events()).hasSize(1);
    }

    @Test
    void read_alone() {
        String dialog = socket.followed();
        rig.byAgent(dialog, "hello", "ALL");
        rig.quirks.set(Quirk.READ_ALONE, "completed");

        JsonNode answer =
                socket.publish(dialog, "{\"type\":\"AcceptStatusEvent\",\"status\":\"READ\",\"sequenceList\":[0]}");

        assertThat(answer.at("/body/sequence").asInt()).isEqualTo(2);
        assertThat(socket.events())
                .extracting(it -> it.at("/event/status").asText())
                .containsExactly("ACCEPT", "READ");
    }
}
