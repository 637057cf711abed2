package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Consumer;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.History;
import dev.parley.conversation.Link;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Outgoing.Attempt;
import dev.parley.conversation.Place;
import dev.parley.conversation.Role;
import dev.parley.conversation.Update;
import dev.parley.conversation.Who;
import dev.parley.host.Secret;
import dev.parley.store.MemoryPorts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is known after a start before, or without, any connection; and that it is not asked for again. */
class KeptTest {
    private static final String FOLLOW = "ms.SubscribeMessagingEvents";

    private final Disk disk = new Disk();
    private World world = World.kept(disk);
    private final FakeService service = world.service;

    /** Starts again with a service that cannot be reached. */
    private void startOffline() {
        world = world.crash(false);
        service.received.clear();
        service.down = new Trouble(Trouble.Hope.SOON, "nothing answers");
        world.start();
    }

    @Test
    void open_conversations_can_be_read_with_no_connection() {
        service.has("a");
        service.agentSays("a", "one");
        world.settled();
        world.write("a", "two");

        startOffline();

        assertThat(world.link()).isEqualTo(Link.State.CONNECTING);
        assertThat(world.rows("a")).containsExactly("one", "two");
        assertThat(world.screen.consumer(World.ME).flatMap(Consumer::known))
                .hasValueSatisfying(known -> assertThat(known.consumerId()).isEqualTo(FakeService.CONSUMER));
    }

    /** Whoever turns back a page at once must not be taken to the beginning because that came first. */
    @Test
    void of_a_long_history_the_newest_comes_first() {
        service.has("a");
        world.settled();
        for (int i = 0; i < 2_500; i++) {
            service.agentSays("a", "line " + i);
        }
        world.advance(10_000);

        startOffline();

        List<Long> begins = world.told(Update.Events.class).stream()
                .map(update -> update.events().get(0).sequence())
                .toList();
        assertThat(begins).hasSizeGreaterThan(2).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(world.rows("a")).hasSize(2_500).startsWith("line 0").endsWith("line 2499");
    }

    @Test
    void a_closed_ones_history_is_read_when_somebody_looks() {
        service.has("a");
        service.agentSays("a", "bye");
        world.settled();
        service.close("a");
        world.advance(2_000);
        startOffline();
        assertThat(world.rows("a")).isEmpty();
        assertThat(world.conversation("a").isOpen()).isFalse();

        world.command(new Command.LoadHistory(World.ME, "a"));
        world.command(new Command.LoadHistory(World.ME, "a"));

        assertThat(world.rows("a")).containsExactly("bye");
        assertThat(world.told(Update.Events.class)).hasSize(1);
    }

    @Test
    void the_service_is_asked_only_from_where_the_kept_history_ends() {
        service.has("a");
        service.agentSays("a", "one");
        world.settled();
        startOffline();
        service.agentSays("a", "two");
        service.down = null;

        world.advance(15_000);

        assertThat(world.rows("a")).containsExactly("one", "two");
        // Our own ACCEPT took sequence 1.
        assertThat(service.requests(FOLLOW))
                .extracting(each -> each.at("/body/fromSeq").asLong())
                .containsExactly(2L);
    }

    @Test
    void unread_is_what_it_was() {
        service.has("a");
        world.settled();
        service.agentSays("a", "one");
        service.agentSays("a", "two");
        world.advance(1_000);
        service.close(1006, "");
        world.command(new Command.MarkRead(World.ME, "a", "a", 0));
        assertThat(world.conversation("a").unread()).isOne();

        startOffline();

        assertThat(world.conversation("a").unread()).isOne();
        service.down = null;
        world.advance(15_000);
        assertThat(world.conversation("a").unread()).isOne();
        assertThat(service.requests("AcceptStatusEvent"))
                .extracting(each -> each.at("/body/event").toString())
                .containsExactly("{\"type\":\"AcceptStatusEvent\",\"status\":\"READ\",\"sequenceList\":[0]}");
    }

    @Test
    void a_known_hole_is_not_asked_for_again() {
        service.has("a");
        service.agentSays("a", "one");
        service.agentSays("a", "two");
        service.agentSays("a", "three");
        service.talks.get("a").events.get(1).put("sequence", -1);
        world.settled();
        world.advance(5_000);
        assertThat(world.rows("a")).containsExactly("one", "missing 1..1 known", "three");

        startOffline();

        assertThat(world.rows("a")).containsExactly("one", "missing 1..1 known", "three");
        service.down = null;
        world.advance(15_000);
        assertThat(service.requests(FOLLOW)).hasSize(1);
        assertThat(world.rows("a")).containsExactly("one", "missing 1..1 known", "three");
    }

    @Test
    void names_and_drafts_come_back_though_the_consumer_has_another_number_now() {
        disk.kept.history().name(new History.Name("ada", "Ada", true));
        disk.kept.drafts().save(new Place(new ConsumerKey(7), "a"), "half");

        world.start();

        assertThat(world.screen.consumer(World.ME).orElseThrow().nameOf(new Who("ada", Role.BOT, false)))
                .contains("Ada");
        assertThat(world.told(Update.DraftLoaded.class))
                .containsExactly(new Update.DraftLoaded(World.ME, new Place(World.ME, "a"), "half"));
    }

    @Test
    void what_was_typed_in_this_run_is_newer_than_the_kept_draft() {
        Place place = new Place(World.ME, "a");
        disk.kept.drafts().save(place, "old");
        world.session.start();
        world.session.handle(new Command.SaveDraft(World.ME, place, "new"));

        world.run();

        assertThat(world.told(Update.DraftLoaded.class)).isEmpty();
        assertThat(disk.kept.drafts().all()).isCompletedWithValueMatching(all -> "new".equals(all.get(place)));
    }

    @Test
    void a_message_in_doubt_that_the_kept_history_has_is_one_row_also_without_a_connection() {
        service.has("a");
        world.settled();
        service.next("ContentEvent", Fault.lostAnswer());
        String cid = world.write("a", "hello");
        disk.kept
                .outbox()
                .accept(Outgoing.saving(cid, new Place(World.ME, "a"), "hello", world.time.now())
                        .with(Delivery.UNKNOWN, "")
                        .tried(new Attempt("a", 1, world.time.now(), -1)));

        startOffline();

        assertThat(world.rows("a")).containsExactly("hello");
        assertThat(disk.kept.outbox().all()).isCompletedWithValue(List.of());
    }

    @Test
    void what_was_written_with_no_connection_goes_out_when_there_is_one_in_order_and_before_what_is_new() {
        service.has("a");
        world.settled();
        startOffline();
        world.write("a", "one");
        world.write("a", "two");
        startOffline();
        world.write("a", "three");
        service.down = null;

        world.advance(15_000);

        assertThat(service.said("a")).containsExactly("one", "two", "three");
        assertThat(world.rows("a")).containsExactly("one", "two", "three");
    }

    @Test
    void nothing_is_dropped_for_its_age() {
        service.has("a");
        world.settled();
        startOffline();
        world.write("a", "patience");
        world.advance(600_000);
        world.time.jumpWall(30L * 24 * 3_600_000);
        startOffline();
        service.down = null;

        world.advance(70_000);

        assertThat(service.said("a")).containsExactly("patience");
    }

    @Test
    void one_that_was_open_and_is_not_listed_any_more_has_ended_but_can_be_read_at_the_next_start_too() {
        service.has("a");
        service.agentSays("a", "remember");
        world.settled();
        service.talks.remove("a");
        world = world.crash(false);
        world.settled();
        assertThat(world.conversation("a").isOpen()).isFalse();

        startOffline();
        world.command(new Command.LoadHistory(World.ME, "a"));

        assertThat(world.conversation("a").isOpen()).isFalse();
        assertThat(world.rows("a")).containsExactly("remember");
    }

    @Test
    void one_that_the_service_deletes_is_forgotten() {
        service.has("a");
        service.agentSays("a", "forget");
        world.settled();
        service.delete("a");
        world.advance(5_000);

        startOffline();

        assertThat(world.screen.consumer(World.ME).orElseThrow().conversations())
                .isEmpty();
        assertThat(disk.kept.history().of("a", "a")).isCompletedWithValue(List.of());
    }

    @Test
    void what_was_written_goes_along_to_the_new_consumer_when_the_sandbox_has_forgotten_the_old_one() {
        MemoryPorts ports = new MemoryPorts();
        ports.of(World.ACCOUNT, FakeService.CONSUMER)
                .outbox()
                .accept(Outgoing.saving("c", Place.unopened(World.ME), "hello", world.time.now())
                        .with(Delivery.QUEUED, ""));
        World other = World.kept(ports);
        other.service.down = new Trouble(Trouble.Hope.SOON, "gone");
        other.start();
        other.service.down = null;
        other.token = (Token) Token.read(Secret.of(World.jwt("another")), World.ACCOUNT, other.time.now());

        other.advance(10_000);

        assertThat(other.service.said("conv-1")).containsExactly("hello");
        assertThat(ports.of(World.ACCOUNT, "another").history().of("conv-1", "conv-1"))
                .isCompletedWithValueMatching(events -> !events.isEmpty());
    }

    @Test
    void what_is_kept_can_be_searched_with_no_connection() {
        service.has("a");
        service.agentSays("a", "Your invoice is ready");
        world.settled();
        startOffline();

        world.command(new Command.Search(World.ME, "INVOICE", Optional.empty()));

        assertThat(world.told(Update.Found.class)).singleElement().satisfies(found -> {
            assertThat(found.text()).isEqualTo("INVOICE");
            assertThat(found.hits()).extracting(hit -> hit.turn().sequence()).containsExactly(0L);
        });
    }
}
