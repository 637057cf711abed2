package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Command;
import dev.parley.conversation.Content;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.TimelineItem;
import dev.parley.conversation.TimelineItem.DialogEnd;
import dev.parley.conversation.TimelineItem.DialogStart;
import dev.parley.conversation.TimelineItem.Said;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The survey after MAIN has ended: a dialog of its own in the same conversation (PROTOCOL.md 9.9). */
class SurveyTest {
    private static final String SURVEY = "survey-a";
    private static final String BOT = "survey-bot";

    private final World world = new World();
    private final FakeService service = world.service;

    @BeforeEach
    void a_conversation_with_a_survey_behind_it() {
        service.has("a").surveys = true;
        service.agentSays("a", "Bye!");
        world.settled();
        world.command(new Command.Close(World.ME, "a"));
        world.advance(1_000);
    }

    private void asks(String question) {
        service.event(SURVEY, BOT, "AGENT", service.content(question), true);
    }

    private List<String> items() {
        return world.conversation("a").items().stream().map(SurveyTest::word).toList();
    }

    private static String word(TimelineItem item) {
        if (item instanceof Said said) {
            return ((Content.Text) said.turn().content()).text();
        }
        if (item instanceof DialogStart start) {
            return "starts " + start.type();
        }
        return item instanceof DialogEnd end ? "ends " + end.type() : item.toString();
    }

    private List<String> published(String kind, String member) {
        return service.requests(kind).stream()
                .map(each -> each.at("/body/dialogId").asText() + " "
                        + each.at("/body/conversationId").asText() + " "
                        + each.at("/body/event/" + member).asText())
                .toList();
    }

    @Test
    void it_is_followed_as_soon_as_it_is_there_from_its_own_beginning() {
        JsonNode last = service.requests("ms.SubscribeMessagingEvents")
                .get(service.requests("ms.SubscribeMessagingEvents").size() - 1);

        assertThat(last.at("/body").toString())
                .isEqualTo("{\"dialogId\":\"survey-a\",\"conversationId\":\"a\",\"fromSeq\":0}");
    }

    @Test
    void its_turns_stand_below_the_others_under_their_own_heading() {
        asks("How was it?");

        assertThat(items()).containsExactly("Bye!", "ends MAIN", "starts POST_SURVEY", "How was it?");
    }

    @Test
    void what_is_typed_goes_to_it_and_nothing_more_into_main() {
        asks("How was it?");

        world.command(new Command.Typing(World.ME, "a", true));
        world.write("a", "Fine");
        world.advance(1_000);

        assertThat(published("ContentEvent", "message")).containsExactly("survey-a a Fine");
        assertThat(published("ChatStateEvent", "chatState"))
                .containsExactly("survey-a a COMPOSING", "survey-a a ACTIVE");
        assertThat(items()).endsWith("How was it?", "Fine");
    }

    @Test
    void each_receipt_goes_to_the_dialog_of_its_turn() {
        asks("How was it?");
        world.advance(1_000);

        world.command(new Command.MarkRead(World.ME, "a", SURVEY, 0));
        world.command(new Command.MarkRead(World.ME, "a", "a", 0));

        assertThat(published("AcceptStatusEvent", "status"))
                .as("MAIN is closed: nothing may be published into it")
                .containsExactly("a a ACCEPT", "survey-a a ACCEPT", "survey-a a READ");
    }

    @Test
    void its_end_ends_the_conversation_and_is_marked() {
        asks("How was it?");

        world.command(new Command.Close(World.ME, "a"));

        Conversation conversation = world.conversation("a");
        assertThat(service.requests("cm.UpdateConversationField"))
                .extracting(each ->
                        each.at("/body/conversationField/0/dialog/dialogId").asText())
                .containsExactly("a", SURVEY);
        assertThat(conversation.isOpen()).isFalse();
        assertThat(items())
                .containsExactly("Bye!", "ends MAIN", "starts POST_SURVEY", "How was it?", "ends POST_SURVEY");
    }

    @Test
    void after_a_lost_connection_it_goes_on_where_it_was() {
        asks("How was it?");
        service.close(1006, "");
        asks("Anything else?");

        world.advance(5_000);
        world.write("a", "No");
        world.advance(1_000);

        assertThat(items()).endsWith("How was it?", "Anything else?", "No");
    }

    @Test
    void a_message_that_was_written_for_main_while_offline_goes_into_the_survey_and_is_not_lost() {
        service.close(1006, "");
        world.write("a", "Wait");

        world.advance(5_000);

        assertThat(published("ContentEvent", "message")).containsExactly("survey-a a Wait");
    }

    @Test
    void a_survey_that_closed_meanwhile_refuses_and_the_message_says_so() {
        service.talks.get("a").survey.open = false;

        String cid = world.write("a", "Too late");

        assertThat(world.outgoing(cid).reason()).isEqualTo("no open dialog");
    }
}
