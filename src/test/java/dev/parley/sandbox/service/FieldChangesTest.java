package dev.parley.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a consumer may change of a conversation, PROTOCOL.md section 9, and the words it is told. */
class FieldChangesTest {
    private static final String CLOSE = "{\"field\":\"Stage\",\"conversationState\":\"CLOSE\"}";

    private final Rig rig = new Rig();
    private final Rig.Socket socket = rig.socket();

    private String opened() {
        String conversation = socket.open();
        socket.list("{}");
        return conversation;
    }

    private String closed() {
        String conversation = opened();
        socket.change(conversation, CLOSE);
        return conversation;
    }

    private static void assertRefused(JsonNode answer, int code, String words) {
        assertThat(answer.path("code").asInt()).isEqualTo(code);
        assertThat(answer.path("body").asText()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"NORMAL,600", "PRIORITIZED,600", "URGENT,300"})
    void an_urgency_has_its_own_time_whatever_the_value_says(String type, long seconds) {
        String conversation = opened();
        long start = rig.time.now().toEpochMilli();

        JsonNode answer =
                socket.change(conversation, "{\"field\":\"TTRField\",\"ttrType\":\"" + type + "\",\"value\":7}");

        assertThat(answer.path("body").asText()).isEqualTo("Update TTR ended successfully");
        assertThat(socket.details().path("ttr"))
                .hasToString("{\"ttrType\":\"" + type + "\",\"value\":" + seconds + "}");
        assertThat(socket.upserts().get(0).at("/result/effectiveTTR").asLong()).isEqualTo(start + seconds * 1_000);
    }

    @Test
    void a_custom_urgency_takes_the_value() {
        String conversation = opened();

        socket.change(conversation, "[{\"field\":\"TTRField\",\"ttrType\":\"CUSTOM\",\"value\":42}]");

        assertThat(socket.details().at("/ttr/value").asLong()).isEqualTo(42);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"field\":\"TTRField\",\"ttrType\":\"SOON\"}                             | 400 | Unknown TTR type",
                "{\"field\":\"TTRField\",\"ttrType\":\"CUSTOM\",\"value\":-1}              | 400 | TTRField is not valid",
                "{\"field\":\"TTRField\",\"ttrType\":\"CUSTOM\",\"value\":99999999999}     | 400 | TTR value is out of range",
                "{\"field\":\"Stage\",\"conversationState\":\"LOCKED\"}                    | 400 | Only CLOSE is possible",
                "{\"field\":\"Stage\"}                                                     | 400 | Stage is not valid",
                "{\"field\":\"DialogChange\",\"type\":\"UPDATE\"}                          | 400 | DialogChange is not valid",
                "{\"field\":\"Dance\"}                                                     | 400 | Unknown conversation field",
                "{\"field\":\"Note\",\"note\":\"x\"}                                       | 403 | A consumer may not change this field",
                "{\"field\":\"Skill\",\"type\":\"UPDATE\",\"skill\":\"1\"}                 | 403 | A consumer may not change this field",
                "{\"field\":\"ManualETTR\",\"time\":1}                                     | 403 | A consumer may not change this field",
                "{\"field\":\"ParticipantsChange\",\"type\":\"ADD\",\"role\":\"MANAGER\"}  | 403 | A consumer may not change this field",
                "{\"field\":\"CSATRate\",\"csatRate\":5,\"status\":\"FILLED\"}             | 400 | Conversation is not closed",
            })
    void what_cannot_be_changed_is_said(String field, int code, String words) {
        assertRefused(socket.change(opened(), field), code, words);
    }

    @Test
    void a_dialog_is_updated_not_created_and_must_be_there() {
        String conversation = opened();
        String dialog =
                "{\"field\":\"DialogChange\",\"type\":\"%s\",\"dialog\":{\"dialogId\":\"%s\",\"state\":\"CLOSE\"}}";

        assertRefused(
                socket.change(conversation, String.format(dialog, "CREATE", conversation)),
                403,
                "A consumer can only UPDATE a dialog");
        assertRefused(socket.change(conversation, String.format(dialog, "UPDATE", "no-such")), 404, "Dialog not found");
    }

    @Test
    void several_fields_in_one_request_are_applied_in_order_and_the_first_one_answers() {
        String conversation = opened();

        JsonNode answer = socket.change(
                conversation, "[" + CLOSE + ",{\"field\":\"CSATRate\",\"csatRate\":3,\"status\":\"FILLED\"}]");

        assertThat(answer.path("body").asText()).isEqualTo("OK Conversation resolved successfully");
        assertThat(socket.details().at("/csat/csatRate").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"field\":\"CSATRate\",\"csatRate\":5,\"csatResolutionConfirmation\":true,\"status\":\"FILLED\"}",
                "{\"field\":\"CSATRate\",\"csatRate\":2,\"status\":\"PARTIALLY_FILLED\"}",
                "{\"field\":\"CSATRate\",\"csatResolutionConfirmation\":false,\"status\":\"PARTIALLY_FILLED\"}",
                "{\"field\":\"CSATRate\",\"status\":\"SKIPPED\"}",
                "{\"field\":\"CSATRate\",\"csatRate\":null,\"status\":\"EMPTY\"}",
            })
    void a_closed_conversation_can_be_rated_wholly_partly_or_not(String field) {
        String conversation = closed();

        JsonNode answer = socket.change(conversation, field);

        assertThat(answer.path("body").asText()).isEqualTo("OK CSAT processed successfully");
        assertThat(field).contains(socket.details().at("/csat/status").asText());
        assertThat(socket.details().at("/csat/csatRate").asInt(0))
                .isEqualTo(field.contains("FILLED") ? Integer.parseInt("0" + digit(field)) : 0);
    }

    private static String digit(String field) {
        return field.replaceAll(".*\"csatRate\":([0-9]).*|.*", "$1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"field\":\"CSATRate\",\"csatRate\":6,\"status\":\"FILLED\"}  | CSAT rate must be 1 to 5",
                "{\"field\":\"CSATRate\",\"csatRate\":0,\"status\":\"FILLED\"}  | CSAT rate must be 1 to 5",
                "{\"field\":\"CSATRate\",\"status\":\"FILLED\"}                 | CSAT rate must be 1 to 5",
                "{\"field\":\"CSATRate\",\"status\":\"PARTIALLY_FILLED\"}       | CSAT rate must be 1 to 5",
                "{\"field\":\"CSATRate\",\"csatRate\":5,\"status\":\"DONE\"}    | Unknown CSAT status",
                "{\"field\":\"CSATRate\",\"csatRate\":\"five\",\"status\":\"FILLED\"} | CSATRate is not valid",
            })
    void a_rating_that_is_none_is_refused(String field, String words) {
        assertRefused(socket.change(closed(), field), 400, words);
    }

    @Test
    void a_locked_conversation_takes_no_rating() {
        String conversation = closed();
        rig.service.conversations().lock(rig.state.conversation(conversation).orElseThrow(), 1);

        JsonNode answer = socket.change(conversation, "{\"field\":\"CSATRate\",\"csatRate\":5,\"status\":\"FILLED\"}");

        assertRefused(answer, 400, "Conversation is locked");
        assertThat(rig.state.conversation(conversation).orElseThrow().stage()).isEqualTo("LOCKED");
    }
}
