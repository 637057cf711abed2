package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Command;
import dev.parley.conversation.Content;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Drafts;
import dev.parley.conversation.Link;
import dev.parley.conversation.Outbox;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Ports;
import dev.parley.conversation.Role;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Update;
import dev.parley.conversation.Who;
import dev.parley.session.FakeService.Fault;
import dev.parley.store.MemoryPorts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

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
        service.echoes = false;
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
        world.session.handle(new Command.Send(World.ME, new Place(World.ME, "a"), "c1", "one", world.time.now()));
        world.session.handle(new Command.Send(World.ME, new Place(World.ME, "a"), "c2", "two", world.time.now()));

        service.run();
        world.advance(2_000);

        assertThat(service.said("a")).containsExactly("one", "two");
    }

    @Test
    void a_lost_answer_is_found_in_the_history_and_nothing_is_sent_again() {
        open();
        service.next("ContentEvent", Fault.lostAnswer().thenClose(1006));
        service.echoes = false;

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

    @Test
    void when_saving_fails_the_text_goes_back() {
        World broken = new World((account, consumerId) -> with(new Refusing()));
        broken.service.has("a");
        broken.settled();

        broken.write("a", "hello");

        assertThat(broken.told(Update.TextReturned.class))
                .extracting(Update.TextReturned::text, Update.TextReturned::why)
                .containsExactly(tuple("hello", "it could not be saved: disk full"));
        assertThat(broken.service.said("a")).isEmpty();
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

    @Test
    void a_retry_after_a_refusal_goes_out_though_the_same_was_said_elsewhere_meanwhile() {
        open();
        service.next("ContentEvent", Fault.refuse(400, "no"));
        String cid = world.write("a", "ok");
        service.event("a", FakeService.CONSUMER, "CONSUMER", service.content("ok"), true);

        world.command(new Command.Retry(World.ME, cid));

        assertThat(service.said("a")).containsExactly("ok", "ok");
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
    void a_quick_reply_is_a_click_and_then_its_words_with_the_same_metadata() throws Exception {
        service.has("a");
        world.settled();
        service.event(
                "a",
                FakeService.AGENT,
                "ASSIGNED_AGENT",
                (ObjectNode) new ObjectMapper()
                        .readTree("{\"type\":\"ContentEvent\",\"contentType\":\"text/plain\",\"message\":\"Well?\","
                                + "\"quickReplies\":{\"type\":\"quickReplies\",\"replies\":[{\"title\":\"Yes\","
                                + "\"click\":{\"metadata\":[{\"type\":\"ExternalId\",\"id\":\"y\"}],"
                                + "\"actions\":[{\"type\":\"publishText\",\"text\":\"Yes please\"}]}}]}}"),
                true);
        world.advance(500);

        world.command(new Command.Pick(World.ME, "a", "a", 0, 0, "c1"));

        assertThat(service.requests("AcceptStatusEvent"))
                .filteredOn(each -> each.at("/body/event/status").asText().equals("ACTION"))
                .singleElement()
                .satisfies(click -> assertThat(click.path("metadata").toString())
                        .isEqualTo("[{\"type\":\"ExternalId\",\"id\":\"y\"}]"));
        assertThat(service.requests("ContentEvent").get(0).at("/metadata/0/id").asText())
                .isEqualTo("y");
        assertThat(world.rows("a")).containsExactly("Well?", "Yes please");
    }

    private static Ports with(Outbox outbox) {
        Ports memory = new MemoryPorts().of(World.ACCOUNT, FakeService.CONSUMER);
        Drafts drafts = memory.drafts();
        return new Ports(outbox, drafts, memory.history(), memory.marks());
    }

    private static final class Refusing implements Outbox {
        @Override
        public CompletionStage<Void> accept(Outgoing outgoing) {
            return CompletableFuture.failedFuture(new IOException("disk full"));
        }

        @Override
        public CompletionStage<Void> update(Outgoing outgoing) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> remove(String cid) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<List<Outgoing>> all() {
            return CompletableFuture.completedFuture(List.of());
        }
    }
}
