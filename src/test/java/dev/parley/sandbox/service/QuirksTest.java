package dev.parley.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.faults.Quirk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way the service can go where nobody knows which it is, PROTOCOL.md section 18. What is told, and sockets, have tests of their own. */
class QuirksTest {
    private static final String CLOSE = "{\"field\":\"Stage\",\"conversationState\":\"CLOSE\"}";

    private final Rig rig = new Rig();
    private final Rig.Socket socket = rig.socket();

    @Test
    void second_conversation() {
        String first = socket.followed();

        rig.quirks.set(Quirk.SECOND_CONVERSATION, "same");
        JsonNode same = socket.ask("cm.ConsumerRequestConversation", "{}");
        rig.quirks.set(Quirk.SECOND_CONVERSATION, "words");
        JsonNode words = socket.ask("cm.ConsumerRequestConversation", "{}");
        rig.quirks.set(Quirk.SECOND_CONVERSATION, "allowed");
        JsonNode another = socket.ask("cm.ConsumerRequestConversation", "{}");

        assertThat(same.at("/body/conversationId").asText()).isEqualTo(first);
        assertThat(words.path("code").asInt()).isEqualTo(200);
        assertThat(words.path("body").isTextual()).isTrue();
        assertThat(another.at("/body/conversationId").asText()).isNotEmpty().isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"403", "404", "409"})
    void closed_dialog(String code) {
        rig.quirks.set(Quirk.CLOSED_DIALOG, code);

        assertThat(socket.say(socket.closed(), "x").path("code").asText()).isEqualTo(code);
    }

    @Test
    void closed_dialog_in_silence() {
        String dialog = socket.closed();
        rig.quirks.set(Quirk.CLOSED_DIALOG, "silence");

        socket.tell(
                "ms.PublishEvent",
                "{\"dialogId\":\"" + dialog
                        + "\",\"event\":{\"type\":\"ContentEvent\",\"contentType\":\"text/plain\",\"message\":\"x\"}}");

        assertThat(socket.frames).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"served,200", "400,400", "404,404"})
    void closed_history(String value, int code) {
        String dialog = socket.closed();
        rig.quirks.set(Quirk.CLOSED_HISTORY, value);

        assertThat(socket.listen(dialog, 0).path("code").asInt()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"400", "404"})
    void foreign_dialog(int code) {
        String dialog = socket.followed();
        rig.quirks.set(Quirk.FOREIGN_DIALOG, String.valueOf(code));

        assertThat(rig.socket("stranger").say(dialog, "x").path("code").asInt()).isEqualTo(code);
    }

    @Test
    void error_body() {
        rig.quirks.set(Quirk.ERROR_BODY, "object");
        JsonNode object = socket.say("none", "x");
        rig.quirks.set(Quirk.ERROR_BODY, "none");
        JsonNode none = socket.say("none", "x");

        assertThat(object.path("type").asText()).isEqualTo(".ReqBody$ErrorResp");
        assertThat(object.path("body"))
                .hasToString(
                        "{\"title\":\"Request refused\",\"details\":\"Conversation not found\",\"errorCode\":40401}");
        assertThat(none.path("code").asInt()).isEqualTo(404);
        assertThat(none.has("body")).isFalse();
    }

    @Test
    void answer_types() {
        String dialog = socket.followed();
        rig.quirks.set(Quirk.ANSWER_TYPES, "old");
        String subscribed = socket.listen(dialog, 0).path("type").asText();
        String clock = socket.ask("GetClock", "{}").path("type").asText();
        String closed = socket.change(dialog, CLOSE).path("type").asText();
        rig.quirks.set(Quirk.ANSWER_TYPES, "none");

        assertThat(List.of(subscribed, clock, closed))
                .containsExactly(".ams.GenericSubscribeResponse", ".GetClock$Response", ".ReqBody$StringResp");
        assertThat(socket.ask("GetClock", "{}").has("type")).isFalse();
    }

    @Test
    void success_texts() {
        String dialog = socket.followed();
        String hurry = "{\"field\":\"TTRField\",\"ttrType\":\"URGENT\"}";
        rig.quirks.set(Quirk.SUCCESS_TEXTS, "other");
        String other = socket.change(dialog, hurry).path("body").asText();
        rig.quirks.set(Quirk.SUCCESS_TEXTS, "none");

        assertThat(other).isEqualTo("Done");
        assertThat(socket.change(dialog, hurry).has("body")).isFalse();
    }

    @Test
    void subscribe_answer() {
        String dialog = socket.followed();
        rig.quirks.set(Quirk.SUBSCRIBE_ANSWER, "none");
        boolean none = socket.listen(dialog, 0).has("body");
        rig.quirks.set(Quirk.SUBSCRIBE_ANSWER, "id");

        assertThat(none).isFalse();
        assertThat(socket.listen(dialog, 0).at("/body/subscriptionId").asText()).isNotEmpty();
    }

    @Test
    void implicit_subscription() {
        rig.quirks.set(Quirk.IMPLICIT_SUBSCRIPTION, "on");
        String dialog = socket.open();

        socket.say(dialog, "x");

        assertThat(socket.events()).hasSize(1);
    }

    /** Sequences of each history notification that listening brings. */
    private List<List<Long>> history(String dialog) {
        socket.listen(dialog, 0);
        return socket.frames.stream()
                .filter(frame -> frame.path("type").asText().equals("ms.MessagingEventNotification"))
                .map(frame -> frame.at("/body/changes").findValues("sequence").stream()
                        .map(JsonNode::asLong)
                        .toList())
                .toList();
    }

    @Test
    void history_chunk_and_order() {
        String dialog = socket.followed();
        List.of("a", "b", "c").forEach(text -> socket.say(dialog, text));
        rig.quirks.set(Quirk.HISTORY_CHUNK, "2");
        List<List<Long>> chunked = history(dialog);
        rig.quirks.set(Quirk.HISTORY_ORDER, "descending");

        assertThat(chunked).containsExactly(List.of(0L, 1L), List.of(2L));
        assertThat(history(dialog)).containsExactly(List.of(2L), List.of(1L, 0L));
    }

    @Test
    void empty_history() {
        String dialog = socket.followed();
        rig.quirks.set(Quirk.EMPTY_HISTORY, "missing");

        assertThat(history(dialog)).isEmpty();
    }

    @Test
    void history_receipts() {
        String dialog = socket.followed();
        rig.byAgent(dialog, "hello", "ALL");
        socket.publish(dialog, "{\"type\":\"AcceptStatusEvent\",\"status\":\"READ\",\"sequenceList\":[0]}");
        socket.say(dialog, "hi");
        rig.quirks.set(Quirk.HISTORY_RECEIPTS, "missing");

        assertThat(history(dialog)).containsExactly(List.of(0L, 2L));
    }

    @Test
    void history_conversation_id_is_missing_in_histories_alone() {
        String dialog = socket.followed();
        rig.quirks.set(Quirk.HISTORY_IDS, "missing");
        socket.say(dialog, "x");
        boolean live = socket.events().get(0).has("conversationId");
        socket.listen(dialog, 0);

        assertThat(live).isTrue();
        assertThat(socket.events().get(0).has("conversationId")).isFalse();
    }

    @Test
    void conversation_id() {
        String dialog = socket.followed();
        rig.quirks.set(Quirk.CONVERSATION_ID, "beside-main");
        int beside = socket.say(dialog, "x").path("code").asInt();
        rig.quirks.set(Quirk.CONVERSATION_ID, "required");
        JsonNode required = socket.say(dialog, "x");

        assertThat(beside).isEqualTo(200);
        assertThat(required.path("body").asText()).isEqualTo("conversationId is missing");
    }

    @Test
    void limits() {
        String dialog = socket.followed();
        rig.quirks.set(Quirk.LIMITS, "unchecked");

        assertThat(socket.say(dialog, "x".repeat(8_001)).path("code").asInt()).isEqualTo(200);
    }

    @Test
    void rate() {
        rig.quirks.set(Quirk.RATE, "2");
        socket.ask("GetClock", "{}");
        socket.ask("GetClock", "{}");
        int third = rig.socket().ask("GetClock", "{}").path("code").asInt();
        int another = rig.socket("another").ask("GetClock", "{}").path("code").asInt();
        rig.time.advance(1_000);

        assertThat(third).isEqualTo(429);
        assertThat(another).isEqualTo(200);
        assertThat(socket.ask("GetClock", "{}").path("code").asInt()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"4401,4401", "4407,4407", "1008,1008", "1011,1011", "never,0"})
    void token_end(String value, int code) {
        Rig soon = new Rig(Duration.ofSeconds(10));
        soon.quirks.set(Quirk.TOKEN_END, value);
        Rig.Socket one = soon.stranger();
        soon.service.admit(
                one.client, soon.service.bearer(soon.service.logins().signUp()).orElseThrow());

        soon.time.advance(10_000);

        assertThat(one.closeCode).isEqualTo(code);
    }
}
