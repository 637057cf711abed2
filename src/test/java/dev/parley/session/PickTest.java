package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What goes out when something of a turn is chosen (PROTOCOL.md 10.4). */
class PickTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final World world = new World();
    private final FakeService service = world.service;

    private void shows(String event) {
        service.has("a");
        world.settled();
        try {
            service.event(
                    "a",
                    FakeService.AGENT,
                    "ASSIGNED_AGENT",
                    (ObjectNode) JSON.readTree(event.replace('\'', '"')),
                    true);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        world.advance(500);
    }

    private void pick(int index, Integer... ticked) {
        pick(index, "", ticked);
    }

    private void pick(int index, String entered, Integer... ticked) {
        world.command(new Command.Pick(World.ME, "a", "a", 0, index, Set.of(ticked), entered, "c1"));
    }

    private List<JsonNode> clicks() {
        return service.requests("AcceptStatusEvent").stream()
                .filter(each -> each.at("/body/event/status").asText().equals("ACTION"))
                .toList();
    }

    private static String card(String elements) {
        return "{'type':'RichContentEvent','content':{'type':'vertical','elements':[" + elements + "]}}";
    }

    private static String button(String id, String action) {
        return "{'type':'button','title':'" + id + "','click':{'metadata':[{'type':'ExternalId','id':'" + id
                + "'}],'actions':[" + action + "]}}";
    }

    @Test
    void a_quick_reply_is_a_click_and_then_its_words_with_the_same_metadata() {
        shows(
                "{'type':'ContentEvent','contentType':'text/plain','message':'Well?','quickReplies':{'type':'quickReplies',"
                        + "'replies':[" + button("y", "{'type':'publishText','text':'Yes please'}") + "]}}");

        pick(0);

        assertThat(clicks())
                .singleElement()
                .satisfies(click -> assertThat(click.path("metadata").toString())
                        .isEqualTo("[{\"type\":\"ExternalId\",\"id\":\"y\"}]"));
        assertThat(service.requests("ContentEvent").get(0).at("/metadata/0/id").asText())
                .isEqualTo("y");
        assertThat(world.rows("a")).containsExactly("Well?", "Yes please");
    }

    @Test
    void a_quick_reply_that_only_leads_somewhere_is_only_told() {
        shows(
                "{'type':'ContentEvent','contentType':'text/plain','message':'Well?','quickReplies':{'type':'quickReplies',"
                        + "'replies':[" + button("site", "{'type':'link','uri':'https://h.example'}") + "]}}");

        pick(0);

        assertThat(clicks())
                .singleElement()
                .satisfies(
                        click -> assertThat(click.at("/metadata/0/id").asText()).isEqualTo("site"));
        assertThat(service.requests("ContentEvent")).isEmpty();
    }

    @Test
    void a_link_is_only_told() {
        shows(card(button("site", "{'type':'link','uri':'https://h.example'}")));

        pick(0);

        assertThat(clicks()).singleElement().satisfies(click -> {
            assertThat(click.at("/body/event/sequenceList/0").asLong()).isZero();
            assertThat(click.at("/metadata/0/id").asText()).isEqualTo("site");
        });
        assertThat(service.requests("ContentEvent")).isEmpty();
    }

    @Test
    void ticked_boxes_go_out_as_one_message_with_the_metadata_of_all() {
        shows("{'type':'RichContentEvent','content':{'type':'list','elements':[{'type':'checklist','elements':["
                + box("olives") + "," + box("cheese") + "," + box("ham")
                + "]},{'type':'submitButton','title':'Send','click':{'metadata':[{'type':'ExternalId','id':'send'}],"
                + "'actions':[{'type':'submitAsText','submit':true}]}}]}}");

        pick(3, 0, 2);

        assertThat(service.requests("ContentEvent")
                        .get(0)
                        .at("/body/event/message")
                        .asText())
                .isEqualTo("olives\nham");
        assertThat(clicks().get(0).path("metadata").findValuesAsText("id")).containsExactly("send", "olives", "ham");
    }

    private static String box(String id) {
        return "{'type':'checkbox','text':'" + id + "','click':{'metadata':[{'type':'ExternalId','id':'" + id
                + "'}],'actions':[{'type':'checked','publishText':'" + id + "'}]}}";
    }

    @Test
    void a_day_that_was_entered_is_said() {
        shows(card(button("day", "{'type':'datePicker','class':'single'}")));

        pick(0, "2026-12-24");

        assertThat(service.requests("ContentEvent")
                        .get(0)
                        .at("/body/event/message")
                        .asText())
                .isEqualTo("2026-12-24");
    }

    @Test
    void what_is_not_there_any_more_is_said_to_the_person() {
        shows(card(button("day", "{'type':'publishText','text':'x'}")));

        pick(7);

        assertThat(world.notices()).containsExactly("There is nothing of that kind to choose any more.");
        assertThat(clicks()).isEmpty();
    }

    @Test
    void a_click_that_the_service_refuses_is_told_with_its_words() {
        shows(card(button("site", "{'type':'link','uri':'https://h.example'}")));
        service.next("AcceptStatusEvent", Fault.refuse(400, "not today"));

        pick(0);
        world.advance(500);

        assertThat(world.notices())
                .singleElement()
                .asString()
                .startsWith("The service was not told what you chose: ")
                .contains("not today");
    }
}
