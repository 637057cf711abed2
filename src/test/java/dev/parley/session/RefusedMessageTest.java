package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Link;
import dev.parley.conversation.Outgoing;
import org.junit.jupiter.api.Test;

/** Messages that the service does not take. */
class RefusedMessageTest {
    private final World world = new World();
    private final FakeService service = world.service;

    private World open() {
        service.has("a");
        return world.settled();
    }

    @Test
    void a_refusal_keeps_the_text_and_gives_the_services_words() {
        open();
        service.next("ContentEvent", Fault.refuse(400, "not like this"));

        String cid = world.write("a", "hello");

        assertThat(world.outgoing(cid))
                .extracting(Outgoing::delivery, Outgoing::reason, Outgoing::text)
                .containsExactly(Delivery.FAILED, "not like this", "hello");
        world.advance(60_000);
        assertThat(service.said("a")).isEmpty();
        world.command(new Command.Retry(World.ME, cid));
        assertThat(world.rows("a")).containsExactly("hello");
    }

    @Test
    void a_success_with_a_string_is_a_failure() {
        open();
        service.next("ContentEvent", Fault.refuse(200, "come back tomorrow"));

        String cid = world.write("a", "hello");

        assertThat(world.outgoing(cid).reason()).isEqualTo("come back tomorrow");
    }

    @Test
    void too_many_requests_rest_at_least_a_second() {
        open();
        service.next("ContentEvent", Fault.refuse(429, "slow down"));
        world.write("a", "hello");

        world.advance(900);
        assertThat(service.requests("ContentEvent")).hasSize(1);
        world.advance(200);

        assertThat(service.said("a")).containsExactly("hello");
    }

    @Test
    void a_failing_service_is_asked_again_after_5_10_and_15_seconds_and_then_no_more() {
        open();
        for (int each = 0; each < 4; each++) {
            service.next("ContentEvent", Fault.refuse(503, "ill"));
        }
        String cid = world.write("a", "hello");

        world.advance(5_000);
        assertThat(service.requests("ContentEvent")).hasSize(2);
        world.advance(10_000);
        assertThat(service.requests("ContentEvent")).hasSize(3);
        world.advance(15_000);

        assertThat(world.outgoing(cid))
                .extracting(Outgoing::delivery, Outgoing::reason)
                .containsExactly(Delivery.FAILED, "ill");
        assertThat(service.requests("ContentEvent")).hasSize(4);
    }

    @Test
    void what_the_service_finds_too_long_fails_and_the_link_comes_back() {
        open();
        service.next("ContentEvent", Fault.lostRequest().thenClose(1009));

        String cid = world.write("a", "very long");
        world.advance(5_000);

        assertThat(world.outgoing(cid).reason()).contains("too long");
        assertThat(service.requests("ContentEvent")).hasSize(1);
        assertThat(world.link()).isEqualTo(Link.State.ONLINE);
    }

    @Test
    void in_a_closed_conversation_it_fails_at_once() {
        open();
        service.close("a");

        String cid = world.write("a", "hello");

        assertThat(world.outgoing(cid).reason()).contains("closed");
    }

    @Test
    void a_retry_after_a_refusal_goes_out_though_the_same_was_said_elsewhere_meanwhile() {
        open();
        service.next("ContentEvent", Fault.refuse(400, "no"));
        String cid = world.write("a", "ok");
        service.event("a", FakeService.CONSUMER, "CONSUMER", service.content("ok"), true);

        world.command(new Command.Retry(World.ME, cid));

        assertThat(service.said("a")).containsExactly("ok", "ok");
    }
}
