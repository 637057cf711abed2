package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import org.junit.jupiter.api.Test;

/** Messages on a good day. */
class SendingTest {
    private final World world = new World();
    private final FakeService service = world.service;

    private World open() {
        service.has("a");
        return world.settled();
    }

    @Test
    void a_message_goes_through_its_states_and_ends_as_one_row() {
        open();

        String cid = world.write("a", "hello");

        assertThat(world.told(Update.OutgoingChanged.class))
                .extracting(update -> update.outgoing().delivery())
                .startsWith(Delivery.SAVING, Delivery.QUEUED, Delivery.IN_FLIGHT);
        assertThat(service.said("a")).containsExactly("hello");
        assertThat(world.rows("a")).containsExactly("hello");
        assertThat(service.requests("ContentEvent").get(0).at("/metadata/0/id").asText())
                .isEqualTo(cid);
    }

    @Test
    void the_echo_before_the_answer_and_everything_twice_still_make_one_row() {
        service.notificationsFirst = true;
        service.twice = true;
        open();

        world.write("a", "one");
        world.write("a", "two");

        assertThat(world.rows("a")).containsExactly("one", "two");
        assertThat(service.said("a")).containsExactly("one", "two");
    }

    @Test
    void without_an_echo_the_answer_alone_is_enough() {
        service.said.echoes = false;
        open();

        String cid = world.write("a", "hello");

        assertThat(world.outgoing(cid))
                .extracting(Outgoing::delivery, Outgoing::sequence)
                .containsExactly(Delivery.ACKED, 0L);
    }

    @Test
    void messages_wait_for_the_one_before_them() {
        open();
        service.next("ContentEvent", Fault.lostRequest());

        world.write("a", "one");
        world.write("a", "two");

        assertThat(service.requests("ContentEvent")).hasSize(1);
        world.advance(12_000);
        assertThat(service.said("a")).containsExactly("one", "two");
    }

    @Test
    void enter_before_online_queues_and_goes_out_in_order() {
        service.has("a");
        world.session.start();
        world.session.handle(new Command.Send(World.ME, new Place(World.ME, "a"), "c1", "one", world.time.now(), ""));
        world.session.handle(new Command.Send(World.ME, new Place(World.ME, "a"), "c2", "two", world.time.now(), ""));

        service.run();
        world.advance(2_000);

        assertThat(service.said("a")).containsExactly("one", "two");
    }

    @Test
    void what_was_written_can_be_taken_back_until_it_is_on_its_way() {
        open();
        service.next("ContentEvent", Fault.lostRequest());
        String flying = world.write("a", "one");
        String queued = world.write("a", "two");

        world.command(new Command.Discard(World.ME, queued));
        world.command(new Command.Discard(World.ME, flying));

        assertThat(world.told(Update.OutgoingRemoved.class))
                .extracting(Update.OutgoingRemoved::cid)
                .containsExactly(queued);
        assertThat(world.notices()).containsExactly("It is on its way already.");
    }
}
