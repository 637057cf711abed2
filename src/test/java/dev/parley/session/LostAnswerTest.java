package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Content;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Ports;
import dev.parley.conversation.Role;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Who;
import dev.parley.store.MemoryPorts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages whose answer was lost, and what becomes of them (RELIABILITY.md 1.2.4). */
class LostAnswerTest {
    private final World world = new World();
    private final FakeService service = world.service;

    private World open() {
        service.has("a");
        return world.settled();
    }

    @Test
    void a_lost_answer_is_found_in_the_history_and_nothing_is_sent_again() {
        open();
        service.next("ContentEvent", Fault.lostAnswer().thenClose(1006));
        service.said.echoes = false;

        String cid = world.write("a", "hello");

        assertThat(world.delivery(cid)).isEqualTo(Delivery.UNKNOWN);
        world.advance(5_000);
        assertThat(world.rows("a")).containsExactly("hello");
        assertThat(service.said("a")).containsExactly("hello");
    }

    @Test
    void a_lost_request_is_sent_again_once_after_the_history_was_read() {
        open();
        service.next("ContentEvent", Fault.lostRequest().thenClose(1006));

        world.write("a", "hello");
        world.advance(5_000);

        assertThat(service.said("a")).containsExactly("hello");
        assertThat(world.rows("a")).containsExactly("hello");
        assertThat(service.requests("ContentEvent")).hasSize(2);
    }

    @Test
    void after_two_tries_without_an_answer_the_person_decides() {
        open();
        service.next("ContentEvent", Fault.lostRequest().thenClose(1006));
        service.next("ContentEvent", Fault.lostRequest().thenClose(1006));
        String cid = world.write("a", "hello");
        String after = world.write("a", "next");

        world.advance(30_000);

        assertThat(world.outgoing(cid))
                .extracting(Outgoing::delivery, Outgoing::reason)
                .containsExactly(Delivery.UNKNOWN, Enquiry.MAY_HAVE_ARRIVED);
        assertThat(world.delivery(after)).isEqualTo(Delivery.ACKED);
        world.command(new Command.Retry(World.ME, cid));
        assertThat(service.said("a")).containsExactly("next", "hello");
    }

    @Test
    void a_first_try_of_long_ago_is_not_repeated_without_asking() {
        open();
        service.next("ContentEvent", Fault.lostRequest().thenClose(1006));
        String cid = world.write("a", "hello");
        service.down = new Trouble(Trouble.Hope.SOON, "gone");
        world.advance(130_000);
        service.down = null;

        world.advance(15_000);

        assertThat(world.outgoing(cid).reason()).isEqualTo(Enquiry.MAY_HAVE_ARRIVED);
        assertThat(service.said("a")).isEmpty();
    }

    @Test
    void a_turn_of_the_same_words_from_before_is_not_taken_for_the_lost_one() {
        service.has("a");
        service.event("a", FakeService.CONSUMER, "CONSUMER", service.content("hello"), false);
        world.settled();
        service.next("ContentEvent", Fault.lostRequest().thenClose(1006));

        world.write("a", "hello");
        world.advance(5_000);

        assertThat(service.said("a")).containsExactly("hello", "hello");
    }

    @Test
    void a_later_turn_of_the_same_words_without_any_id_is_taken_for_it() {
        open();
        service.next("ContentEvent", Fault.lostRequest().thenClose(1006));
        String cid = world.write("a", "hello");
        service.event("a", FakeService.CONSUMER, "CONSUMER", service.content("hello"), false);

        world.advance(5_000);

        assertThat(world.delivery(cid)).isEqualTo(Delivery.ACKED);
        assertThat(world.rows("a")).containsExactly("hello");
    }

    @Test
    void an_answer_after_the_time_out_still_counts() {
        open();
        service.next("ContentEvent", Fault.lostRequest());
        String cid = world.write("a", "hello");
        String reqId = service.requests("ContentEvent").get(0).path("id").asText();
        world.advance(10_000);
        assertThat(world.delivery(cid)).isEqualTo(Delivery.UNKNOWN);

        service.raw("{\"kind\":\"resp\",\"reqId\":\"" + reqId + "\",\"code\":200,\"body\":{\"sequence\":5}}");
        world.advance(5_000);

        assertThat(world.outgoing(cid).sequence()).isEqualTo(5);
        assertThat(service.requests("ContentEvent")).hasSize(1);
    }

    @Test
    void what_an_earlier_run_left_in_flight_is_looked_for_and_then_left_to_the_person() {
        Ports kept = new MemoryPorts().of(World.ACCOUNT, FakeService.CONSUMER);
        Place place = new Place(World.ME, "a");
        Outgoing found =
                Outgoing.saving("found", place, "one", world.time.now()).with(Delivery.IN_FLIGHT, "");
        Outgoing lost = Outgoing.saving("lost", place, "two", world.time.now()).with(Delivery.IN_FLIGHT, "");
        Outgoing queued =
                Outgoing.saving("queued", place, "three", world.time.now()).with(Delivery.QUEUED, "");
        List.of(found, lost, queued).forEach(each -> kept.outbox().accept(each));
        World again = new World((account, consumerId) -> kept);
        again.service.has("a");
        again.service.event("a", FakeService.CONSUMER, "CONSUMER", again.service.content("one"), false);
        again.service
                .talks
                .get("a")
                .events
                .get(0)
                .putArray("metadata")
                .addObject()
                .put("type", "ExternalId")
                .put("id", "found");

        again.settled();

        assertThat(again.rows("a")).containsExactly("one", "three", "UNKNOWN two");
        assertThat(again.service.said("a")).containsExactly("one", "three");
    }

    @Test
    void what_an_earlier_run_left_in_flight_may_stand_in_the_kept_history_already() {
        Ports kept = new MemoryPorts().of(World.ACCOUNT, FakeService.CONSUMER);
        Place place = new Place(World.ME, "a");
        kept.outbox()
                .accept(Outgoing.saving("c", place, "one", world.time.now()).with(Delivery.IN_FLIGHT, ""));
        Who me = new Who(FakeService.CONSUMER, Role.CONSUMER, true);
        kept.history()
                .add("a", "a", List.of(new Turn(0, me, world.time.now(), Content.Text.of("one"), Optional.of("c"))));
        World again = new World((account, consumerId) -> kept);
        again.service.has("a");
        again.service.event("a", FakeService.CONSUMER, "CONSUMER", again.service.content("one"), false);

        again.settled();

        assertThat(again.rows("a")).containsExactly("one");
        assertThat(kept.outbox().all()).isCompletedWithValue(List.of());
    }
}
