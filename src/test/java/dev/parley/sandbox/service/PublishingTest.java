package dev.parley.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.protocol.Event;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a consumer and an agent may publish, PROTOCOL.md section 8, and who gets to see it. */
class PublishingTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

    private final Rig rig = new Rig();
    private final Rig.Socket socket = rig.socket();
    private final String dialog = socket.open();

    private void byAgent(Event event, String audience) {
        Conversation conversation = rig.state.conversation(dialog).orElseThrow();
        long now = rig.time.now().toEpochMilli();
        rig.service
                .conversations()
                .publish(conversation, conversation.main(), "agent-1", "ASSIGNED_AGENT", event, null, audience, now);
        rig.service.conversations().deliverNews();
    }

    /** A file that this consumer has put into the store; gives its path. */
    private String uploaded(Rig.Socket by) {
        String path = by.ask("ms.GenerateURLForUploadFile", "{\"fileSize\":11,\"fileType\":\"PNG\"}")
                .at("/body/relativePath")
                .asText();
        rig.service.files().put(path, PNG, outcome -> {});
        return path;
    }

    private static String file(String path, String type, String preview) {
        return "{\"type\":\"ContentEvent\",\"contentType\":\"hosted/file\",\"message\":{\"caption\":\"a cat\","
                + "\"relativePath\":\"" + path + "\",\"fileType\":\"" + type + "\",\"preview\":\"" + preview + "\"}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCEPT", "READ", "ACCESS", "ACTION", "NACK", "VIEWED", "SUBMITTED", "ABORTED", "ERROR"})
    void every_status_is_taken_takes_a_sequence_and_is_told_with_its_metadata(String status) {
        byAgent(Event.ContentEvent.text("a card"), "ALL");
        socket.listen(dialog, 0);
        String metadata = "[{\"type\":\"ExternalId\",\"id\":\"x\"},{\"type\":\"Odd\",\"deep\":{\"er\":[1]}}]";

        JsonNode answer = socket.publish(
                dialog,
                "{\"type\":\"AcceptStatusEvent\",\"status\":\"" + status + "\",\"sequenceList\":[0]}",
                metadata);

        assertThat(answer.at("/body/sequence").asInt()).isEqualTo(1);
        assertThat(socket.events().get(0).path("metadata")).hasToString(metadata);
        assertThat(socket.events().get(0).at("/event/status").asText()).isEqualTo(status);
    }

    @Test
    void enriching_is_the_brands() {
        byAgent(Event.ContentEvent.text("a card"), "ALL");

        JsonNode answer =
                socket.publish(dialog, "{\"type\":\"AcceptStatusEvent\",\"status\":\"ENRICH\",\"sequenceList\":[0]}");

        assertThat(answer.path("body").asText()).isEqualTo("Unknown accept status");
    }

    @Test
    void what_is_for_agents_and_managers_takes_a_sequence_that_no_consumer_hears_of() {
        socket.list("{}");
        socket.listen(dialog, 0);
        socket.frames.clear();

        byAgent(Event.ContentEvent.text("between us"), "AGENTS_AND_MANAGERS");

        assertThat(socket.frames).isEmpty();
        assertThat(socket.say(dialog, "hello?").at("/body/sequence").asInt()).isEqualTo(1);
        socket.listen(dialog, 0);
        assertThat(socket.events())
                .extracting(change -> change.path("sequence").asInt())
                .containsExactly(1);
        socket.list("{}");
        assertThat(socket.frames.toString()).doesNotContain("between us");
        assertThat(rig.restart(0)
                        .state
                        .conversation(dialog)
                        .orElseThrow()
                        .events()
                        .get(0)
                        .audience())
                .isEqualTo("AGENTS_AND_MANAGERS");
    }

    @Test
    void a_file_of_ones_own_can_be_published() {
        String path = uploaded(socket);
        socket.listen(dialog, 0);

        JsonNode answer = socket.publish(dialog, file(path, "PNG", "data:image/png;base64,iVBOR"));

        assertThat(answer.path("code").asInt()).isEqualTo(200);
        assertThat(socket.events().get(0).at("/event/message/caption").asText()).isEqualTo("a cat");
    }

    @Test
    void a_file_that_is_not_there_not_ones_own_or_of_another_type_cannot() {
        String foreign = uploaded(rig.socket("somebody"));
        String own = uploaded(socket);
        String never = socket.ask("ms.GenerateURLForUploadFile", "{\"fileSize\":11,\"fileType\":\"PNG\"}")
                .at("/body/relativePath")
                .asText();

        assertThat(socket.publish(dialog, file(foreign, "PNG", "")).path("body").asText())
                .isEqualTo("File was not uploaded");
        assertThat(socket.publish(dialog, file(never, "PNG", "")).path("body").asText())
                .isEqualTo("File was not uploaded");
        assertThat(socket.publish(dialog, file(own, "GIF", "")).path("body").asText())
                .isEqualTo("File is of another type");
        assertThat(socket.publish(dialog, file(own, "PNG", "http://x"))
                        .path("body")
                        .asText())
                .isEqualTo("Preview is not a data URI");
        assertThat(socket.publish(dialog, file(own, "PNG", "data:" + "x".repeat(30 << 10)))
                        .path("body")
                        .asText())
                .isEqualTo("Preview is not below 30 KB");
    }

    @Test
    void a_submission_that_nobody_made_cannot_be_published() {
        JsonNode answer = socket.publish(
                dialog,
                "{\"type\":\"ContentEvent\",\"contentType\":\"forms/secure-submission\","
                        + "\"message\":{\"submissionId\":\"s\",\"invitationId\":\"i\"}}");

        assertThat(answer.path("body").asText()).isEqualTo("Submission is not known");
    }

    @Test
    void an_agents_text_has_at_most_8000_characters_and_a_card_15000() {
        JsonNode card =
                JsonNodeFactory.instance.objectNode().put("type", "text").put("text", "x".repeat(15_000));

        assertThatThrownBy(() -> Publishing.checkByAgent(new Event.RichContentEvent(card, null), null))
                .isInstanceOf(Refusal.class)
                .hasMessage("Rich content is longer than 15000 characters");
        assertThatThrownBy(() -> Publishing.checkByAgent(Event.ContentEvent.text("x".repeat(8_001)), null))
                .isInstanceOf(Refusal.class)
                .hasMessage("Message text is longer than 8000 characters");
    }

    @Test
    void a_preview_is_measured_as_it_is_sent() {
        String path = uploaded(socket);
        String preview = "data:image/png;base64," + "A".repeat((30 << 10) - 23);

        JsonNode answer = socket.publish(dialog, file(path, "PNG", preview));

        assertThat(preview.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(30 << 10);
        assertThat(answer.path("code").asInt()).isEqualTo(200);
    }
}
