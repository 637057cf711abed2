package dev.parley.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.faults.Quirk;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The survey after a conversation, PROTOCOL.md 9.1 and 9.9. */
class PostSurveyTest {
    private static final String EVERY = "{\"stage\":[\"OPEN\",\"CLOSE\"]}";

    private final Rig rig = new Rig();
    private final Rig.Socket socket = rig.socket().announcing("MULTI_DIALOG");

    private static String dialogClose(String dialog) {
        return "{\"field\":\"DialogChange\",\"type\":\"UPDATE\",\"dialog\":{\"dialogId\":\"" + dialog
                + "\",\"state\":\"CLOSE\",\"closedCause\":\"Closed by consumer\"}}";
    }

    /** A conversation with an agent, closed by the consumer; gives the survey's dialog. */
    private JsonNode surveyed(Rig.Socket at) {
        String main = at.open();
        rig.attend(main);
        at.list(EVERY);
        at.change(main, dialogClose(main));
        return at.details().at("/dialogs/1");
    }

    private static JsonNode asked(Rig.Socket at) {
        List<JsonNode> events = at.events();
        return events.get(events.size() - 1).path("event");
    }

    @Test
    void closing_main_opens_a_survey_of_its_own_beside_it() {
        String main = socket.open();
        rig.attend(main);
        socket.list(EVERY);

        JsonNode answer = socket.change(main, dialogClose(main));

        assertThat(answer.path("body").asText()).isEqualTo("OK Conversation resolved successfully");
        JsonNode upsert = socket.upserts().get(0).path("result");
        JsonNode details = socket.details();
        assertThat(upsert.path("effectiveTTR").asLong()).isEqualTo(-1);
        assertThat(details.path("state").asText()).isEqualTo("CLOSE");
        assertThat(details.path("stage").asText()).isEqualTo("OPEN");
        assertThat(details.path("closeReason").asText()).isEqualTo("CONSUMER");
        assertThat(details.has("endTs")).isFalse();
        assertThat(details.at("/dialogs/0/state").asText()).isEqualTo("CLOSE");
        assertThat(details.at("/dialogs/0/closedBy").asText()).isEqualTo("CONSUMER");
        JsonNode survey = details.at("/dialogs/1");
        assertThat(survey.path("dialogType").asText()).isEqualTo("POST_SURVEY");
        assertThat(survey.path("state").asText()).isEqualTo("OPEN");
        assertThat(survey.path("dialogId").asText()).isNotEqualTo(main).isNotEmpty();
        assertThat(survey.at("/metaData/appInstallId").asText()).isNotEmpty();
        assertThat(survey.path("participantsDetails"))
                .extracting(it -> it.path("role").asText())
                .containsExactly("CONSUMER", "AGENT", "READER");
        assertThat(survey.at("/participantsDetails/2/id").asText()).isEqualTo("agent-1");
    }

    @Test
    void its_questions_come_with_quick_replies_and_sequences_of_their_own() {
        String survey = surveyed(socket).path("dialogId").asText();

        socket.listen(survey, 0);

        assertThat(socket.events()).singleElement().satisfies(change -> {
            assertThat(change.path("sequence").asInt()).isZero();
            assertThat(change.path("dialogId").asText()).isEqualTo(survey);
            assertThat(change.at("/originatorMetadata/role").asText()).isEqualTo("AGENT");
            assertThat(change.at("/event/quickReplies/replies").size()).isEqualTo(6);
        });
    }

    @Test
    void answered_to_its_end_it_thanks_rates_and_closes_everything() {
        JsonNode dialog = surveyed(socket);
        String survey = dialog.path("dialogId").asText();
        socket.listen(survey, 0);
        JsonNode button = asked(socket).at("/quickReplies/replies/3");

        socket.publish(
                survey,
                "{\"type\":\"AcceptStatusEvent\",\"status\":\"ACTION\",\"sequenceList\":[0]}",
                button.at("/click/metadata").toString());
        socket.say(survey, button.at("/click/actions/0/text").asText());
        assertThat(socket.details().path("csat")).hasToString("{\"csatRate\":4,\"status\":\"PARTIALLY_FILLED\"}");
        socket.say(survey, "yes");
        socket.say(survey, "All was well");

        JsonNode details = socket.details();
        assertThat(socket.heard()).containsExactly("Thank you. That was all.");
        assertThat(details.path("stage").asText()).isEqualTo("CLOSE");
        assertThat(details.path("endTs").asLong()).isPositive();
        assertThat(details.at("/dialogs/1/closedBy").asText()).isEqualTo("AGENT");
        assertThat(details.at("/dialogs/1/closedCause").asText()).isEqualTo("Completed");
        assertThat(details.path("csat"))
                .hasToString("{\"csatRate\":4,\"csatResolutionConfirmation\":true,\"status\":\"FILLED\"}");
        assertThat(socket.say(survey, "more").path("body").asText()).isEqualTo("Dialog is closed");
    }

    @Test
    void what_is_no_answer_is_asked_again_and_every_question_can_be_skipped() {
        String survey = surveyed(socket).path("dialogId").asText();
        socket.listen(survey, 0);

        socket.say(survey, "a lot");
        String again = asked(socket).path("message").asText();
        socket.say(survey, "Skip");
        socket.say(survey, "skip");
        socket.say(survey, "skip");

        assertThat(again).contains("from 1 to 5");
        assertThat(socket.details().path("stage").asText()).isEqualTo("CLOSE");
        assertThat(socket.details().at("/csat/status").asText()).isEqualTo("SKIPPED");
    }

    @Test
    void it_goes_on_after_a_restart_where_it_stood() {
        String survey = surveyed(socket).path("dialogId").asText();
        socket.say(survey, "5");

        Rig later = rig.restart(1_000);
        Rig.Socket back = later.socket();
        back.listen(survey, 0);
        back.say(survey, "no");

        assertThat(back.heard()).containsExactly("Is there anything you would like to add?");
        assertThat(later.state
                        .conversationWith(survey)
                        .orElseThrow()
                        .dialog(survey)
                        .orElseThrow()
                        .events())
                .extracting(change -> change.sequence().orElseThrow())
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void there_is_none_without_an_agent_the_feature_or_the_accounts_wish() {
        String unattended = socket.open();
        socket.list(EVERY);
        socket.change(unattended, dialogClose(unattended));
        assertThat(socket.details().path("stage").asText()).isEqualTo("CLOSE");

        Rig.Socket plain = rig.socket("another");
        String unannounced = plain.open();
        rig.attend(unannounced);
        plain.list(EVERY);
        plain.change(unannounced, dialogClose(unannounced));
        assertThat(plain.details().path("stage").asText()).isEqualTo("CLOSE");

        rig.quirks.set(Quirk.SURVEY, "off");
        String unwanted = socket.open();
        rig.attend(unwanted);
        socket.change(unwanted, dialogClose(unwanted));
        assertThat(socket.details().path("stage").asText()).isEqualTo("CLOSE");
    }

    @Test
    void the_context_of_a_conversation_may_announce_the_feature_too() {
        Rig.Socket plain = rig.socket();
        String main = plain.ask(
                        "cm.ConsumerRequestConversation",
                        "{\"conversationContext\":{\"type\":\"SharkContext\",\"clientProperties\":"
                                + "{\"type\":\".ClientProperties\",\"features\":[\"MULTI_DIALOG\"]}}}")
                .at("/body/conversationId")
                .asText();
        rig.attend(main);
        plain.list(EVERY);

        plain.change(main, dialogClose(main));

        assertThat(plain.details().path("dialogs").size()).isEqualTo(2);
    }

    @Test
    void the_older_ways_to_close_know_no_survey_and_stage_closes_one_that_runs() {
        for (String field : List.of("ConversationStateField", "Stage")) {
            String main = socket.open();
            rig.attend(main);
            socket.list(EVERY);
            socket.change(main, "{\"field\":\"" + field + "\",\"conversationState\":\"CLOSE\"}");
            assertThat(socket.details().path("stage").asText()).as(field).isEqualTo("CLOSE");
        }
        JsonNode survey = surveyed(socket);
        String conversation = rig.state
                .conversationWith(survey.path("dialogId").asText())
                .orElseThrow()
                .id();

        socket.change(conversation, "{\"field\":\"Stage\",\"conversationState\":\"CLOSE\"}");

        assertThat(socket.details().path("stage").asText()).isEqualTo("CLOSE");
        assertThat(socket.details().at("/dialogs/1/closedBy").asText()).isEqualTo("CONSUMER");
    }

    @Test
    void the_consumer_may_close_the_survey_alone() {
        JsonNode survey = surveyed(socket);
        String id = survey.path("dialogId").asText();
        String conversation = rig.state.conversationWith(id).orElseThrow().id();

        JsonNode answer = socket.change(conversation, dialogClose(id));

        assertThat(answer.path("body").asText()).isEqualTo("OK Conversation resolved successfully");
        assertThat(socket.details().path("stage").asText()).isEqualTo("CLOSE");
        assertThat(socket.change(conversation, dialogClose(id)).path("body").asText())
                .isEqualTo("Dialog is already closed");
    }

    @Test
    void a_survey_that_waits_does_not_keep_the_consumer_from_a_new_conversation() {
        surveyed(socket);

        assertThat(socket.open()).isNotEmpty();
    }
}
