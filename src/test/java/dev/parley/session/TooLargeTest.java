package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Link;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RELIABILITY.md M5: what is too large to be taken does not break the connection for ever. */
class TooLargeTest {
    private static final String FOLLOW = "ms.SubscribeMessagingEvents";

    private final World world = new World();
    private final FakeService service = world.service;

    private List<Long> askedFrom(String dialog) {
        return service.requests(FOLLOW).stream()
                .map(request -> request.path("body"))
                .filter(body -> body.path("dialogId").asText().equals(dialog))
                .map(body -> body.path("fromSeq"))
                .map(JsonNode::asLong)
                .toList();
    }

    @Test
    void it_is_left_out_after_two_tries_and_what_follows_comes() {
        service.has("a");
        service.tooLarge = "huge";
        world.settled();
        service.agentSays("a", "before");

        service.agentSays("a", "huge");
        world.advance(30_000);
        service.agentSays("a", "after");

        assertThat(world.link()).isEqualTo(Link.State.ONLINE);
        assertThat(world.rows("a")).containsExactly("before", "missing 1..1 known", "after");
        assertThat(askedFrom("a").stream().filter(from -> from == 1)).hasSize(2);
        assertThat(world.notices()).singleElement().asString().contains("larger than this client can take");
    }

    @Test
    void a_later_socket_does_not_ask_for_it_again_though_nothing_came_after_it() {
        service.has("a");
        service.tooLarge = "huge";
        world.settled();
        service.agentSays("a", "huge");
        world.advance(30_000);
        int dials = service.dials;

        service.close(1001, "");
        world.advance(30_000);

        assertThat(world.link()).isEqualTo(Link.State.ONLINE);
        assertThat(service.dials).isEqualTo(dials + 1);
    }

    @Test
    void only_the_conversation_that_it_is_in_lacks_anything() {
        for (String id : List.of("a", "b", "c")) {
            service.has(id);
        }
        service.tooLarge = "huge";
        world.settled();
        service.agentSays("b", "huge");
        for (String id : List.of("a", "b", "c")) {
            service.event(id, FakeService.AGENT, "ASSIGNED_AGENT", service.content("after"), false);
        }

        world.advance(60_000);

        assertThat(world.link()).isEqualTo(Link.State.ONLINE);
        assertThat(world.rows("a")).containsExactly("after");
        assertThat(world.rows("b")).containsExactly("missing 0..0 known", "after");
        assertThat(world.rows("c")).containsExactly("after");
    }

    @Test
    void a_list_that_is_too_large_itself_is_gone_without_and_asked_for_again_later() {
        service.has("a");
        world.settled();
        service.tooLarge = "cqm.ExConversationChange";
        service.close(1006, "");

        world.advance(20_000);

        assertThat(world.link()).isEqualTo(Link.State.ONLINE);
        assertThat(service.dials).isEqualTo(4);
        assertThat(world.notices())
                .containsExactly(
                        "The list of conversations is larger than this client can take: new ones may be missing.");
        world.write("a", "hello");
        world.advance(2_000);
        assertThat(service.said("a")).containsExactly("hello");
        service.tooLarge = "";
        service.has("b");
        world.advance(5 * 60_000);
        assertThat(world.conversation("b").isOpen()).isTrue();
        assertThat(service.dials).isEqualTo(4);
    }

    @Test
    void a_connection_that_breaks_once_leaves_nothing_out() {
        service.has("a");
        service.tooLarge = "unlucky";
        world.settled();
        service.agentSays("a", "unlucky");
        world.advance(1_000);

        service.tooLarge = "";
        world.advance(30_000);

        assertThat(world.rows("a")).containsExactly("unlucky");
    }
}
