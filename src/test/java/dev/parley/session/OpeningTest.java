package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.Command;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Update;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {
    private static final String OPEN = "cm.ConsumerRequestConversation";

    private final World world = new World();
    private final FakeService service = world.service;

    private void tryAnyway(String text) {
        world.command(new Command.OpenConversation(World.ME, "anyway", text, world.time.now(), Command.Opening.PLAIN));
    }

    /** The second before the first is answered. */
    private void insistTwice() {
        for (String text : List.of("one", "two")) {
            world.session.handle(new Command.OpenConversation(
                    World.ME, "cid-" + text, text, world.time.now(), Command.Opening.PLAIN));
        }
    }

    @Test
    void nothing_is_opened_before_something_is_written() {
        world.settled();

        assertThat(service.requests(OPEN)).isEmpty();
    }

    @Test
    void the_first_message_opens_a_conversation_and_stands_in_it() {
        world.settled();

        world.write(null, "hello");
        world.write(null, "again");
        world.advance(1_000);

        assertThat(service.requests(OPEN)).hasSize(1);
        JsonNode body = service.requests(OPEN).get(0).path("body");
        assertThat(body.path("brandId").asText()).isEqualTo(World.ACCOUNT);
        assertThat(body.path("skillId").asText()).isEqualTo("-1");
        assertThat(world.told(Update.PlaceOpened.class))
                .extracting(Update.PlaceOpened::conversationId)
                .containsOnly("conv-1");
        assertThat(world.rows("conv-1")).containsExactly("hello", "again");
    }

    @Test
    void what_is_written_before_the_list_is_known_opens_nothing_when_the_list_has_an_open_one() {
        service.has("a");
        world.start();

        world.write(null, "hello");
        world.advance(2_000);

        assertThat(service.requests(OPEN)).isEmpty();
        assertThat(world.rows("a")).containsExactly("hello");
    }

    @Test
    void a_closed_one_does_not_count_as_open() {
        service.has("a").open = false;
        world.settled();

        world.write(null, "hello");

        assertThat(service.requests(OPEN)).hasSize(1);
    }

    @Test
    void a_lost_answer_never_opens_a_second_one() {
        world.settled();
        service.next(OPEN, Fault.lostAnswer());

        world.write(null, "hello");
        world.advance(20_000);

        assertThat(service.requests(OPEN)).hasSize(1);
        assertThat(world.rows("conv-1")).containsExactly("hello");
    }

    @Test
    void a_lost_request_is_made_again_after_the_list_was_read_again() {
        world.settled();
        service.next(OPEN, Fault.lostRequest().thenClose(1006));

        world.write(null, "hello");
        world.advance(5_000);

        assertThat(service.requests(OPEN)).hasSize(2);
        assertThat(service.talks.keySet()).containsExactly("conv-1");
        assertThat(world.rows("conv-1")).containsExactly("hello");
    }

    @Test
    void a_refusal_keeps_the_message_and_gives_the_services_words() {
        world.settled();
        service.next(OPEN, Fault.refuse(400, "closed on Sundays"));

        String cid = world.write(null, "hello");

        assertThat(world.outgoing(cid))
                .extracting(Outgoing::delivery, Outgoing::reason)
                .containsExactly(Delivery.FAILED, "closed on Sundays");
        world.command(new Command.Retry(World.ME, cid));
        world.advance(1_000);
        assertThat(world.rows("conv-1")).containsExactly("hello");
    }

    @Test
    void a_success_with_a_string_is_a_refusal() {
        world.settled();
        service.next(OPEN, Fault.refuse(200, "not now"));

        String cid = world.write(null, "hello");

        assertThat(world.outgoing(cid).reason()).isEqualTo("not now");
    }

    @Test
    void trying_anyway_and_getting_a_second_one_goes_there() {
        service.has("a");
        world.settled();

        tryAnyway("hello");
        world.advance(1_000);

        assertThat(world.rows("conv-1")).containsExactly("hello");
        assertThat(service.said("a")).isEmpty();
    }

    @Test
    void two_that_are_insisted_on_have_a_message_each() {
        service.has("a");
        world.settled();

        insistTwice();
        world.advance(1_000);

        assertThat(world.rows("conv-1")).containsExactly("one");
        assertThat(world.rows("conv-2")).containsExactly("two");
    }

    @Test
    void the_second_one_comes_back_whole_where_it_is_refused() {
        service.has("a");
        world.settled();
        insistTwice();
        service.next(
                OPEN,
                Fault.answerWith(200, new ObjectMapper().createObjectNode().put("conversationId", "a")));
        service.next(OPEN, Fault.refuse(400, "enough"));

        world.advance(1_000);

        assertThat(world.rows("a")).containsExactly("one");
        assertThat(world.told(Update.TextReturned.class))
                .extracting(Update.TextReturned::text)
                .containsExactly("two");
        assertThat(service.said("a")).containsExactly("one");
    }

    @Test
    void trying_anyway_and_being_refused_gives_text_and_words_back() {
        service.has("a");
        world.settled();
        service.next(OPEN, Fault.refuse(400, "one is open already"));

        tryAnyway("hello");

        assertThat(world.told(Update.TextReturned.class)).singleElement().satisfies(returned -> {
            assertThat(returned.text()).isEqualTo("hello");
            assertThat(returned.why()).isEqualTo("one is open already");
        });
        assertThat(world.notices()).singleElement().asString().contains("one is open already");
        assertThat(service.said("a")).isEmpty();
    }

    @Test
    void trying_anyway_and_getting_the_open_one_goes_to_that() {
        service.has("a");
        world.settled();
        service.next(
                OPEN,
                Fault.answerWith(200, new ObjectMapper().createObjectNode().put("conversationId", "a")));

        tryAnyway("hello");
        world.advance(1_000);

        assertThat(world.told(Update.PlaceOpened.class)).hasSize(1);
        assertThat(world.rows("a")).containsExactly("hello");
    }

    @Test
    void a_lost_answer_to_trying_anyway_is_known_by_the_conversation_that_is_new() {
        service.has("a");
        world.settled();
        service.next(OPEN, Fault.lostAnswer().thenClose(1006));

        tryAnyway("hello");
        world.advance(5_000);

        assertThat(service.requests(OPEN)).hasSize(1);
        assertThat(world.rows("conv-1")).containsExactly("hello");
    }

    @Test
    void a_failing_service_is_asked_again_later() {
        world.settled();
        service.next(OPEN, Fault.refuse(503, "ill"));
        service.next(OPEN, Fault.refuse(429, "slow down"));

        world.write(null, "hello");
        world.advance(8_000);

        assertThat(service.requests(OPEN)).hasSize(3);
        assertThat(world.rows("conv-1")).containsExactly("hello");
    }

    @Test
    void skill_campaign_and_context_go_along_and_a_context_that_is_not_json_says_so() {
        world.settled();

        world.command(new Command.OpenConversation(
                World.ME, "c1", "", world.time.now(), new Command.Opening("7", "11", "22", "{\"type\":\"X\"}")));
        world.command(new Command.OpenConversation(
                World.ME, "c2", "", world.time.now(), new Command.Opening("", "", "", "{oops")));

        JsonNode body = service.requests(OPEN).get(0).path("body");
        assertThat(body.path("skillId").asText()).isEqualTo("7");
        assertThat(body.at("/campaignInfo/campaignId").asText()).isEqualTo("11");
        assertThat(body.at("/campaignInfo/engagementId").asText()).isEqualTo("22");
        assertThat(body.at("/conversationContext/type").asText()).isEqualTo("X");
        assertThat(service.requests(OPEN)).hasSize(1);
        assertThat(world.notices()).singleElement().asString().contains("not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"X\"} {\"type\":\"Y\"}", "{\"type\":\"X\"}}", "[1]", "5", "null", "\n"})
    void a_context_that_is_more_or_less_than_one_object_is_not_sent_in_part(String context) {
        world.settled();

        world.command(new Command.OpenConversation(
                World.ME, "c1", "hello", world.time.now(), new Command.Opening("", "", "", context)));

        assertThat(service.requests(OPEN)).isEmpty();
        assertThat(world.notices()).singleElement().asString().contains("not JSON");
        assertThat(world.told(Update.TextReturned.class))
                .extracting(Update.TextReturned::text)
                .containsExactly("hello");
    }
}
