package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.conversation.Command;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import dev.parley.scorecard.Shows;
import dev.parley.time.HandTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Another Parley has the state: this one shows what is kept, and does nothing (RELIABILITY.md H5). */
class LookingOnlyTest {
    private static final String WHY = "Parley runs already, as process 4711";

    private final FakeService service = new FakeService();
    private final Disk disk = new Disk();
    private final World.Outside outside = new World.Outside(new HandTime(), service, disk, Guards.all(), true);
    private World world;

    private void look() {
        World other = new World(outside);
        service.has("a");
        service.agentSays("a", "one");
        other.settled();
        disk.kept
                .outbox()
                .accept(Outgoing.saving("waiting", new Place(World.ME, "a"), "two", other.time.now())
                        .with(Delivery.QUEUED, ""));
        disk.kept
                .outbox()
                .accept(Outgoing.saving("there", new Place(World.ME, "a"), "three", other.time.now())
                        .with(Delivery.IN_FLIGHT, ""));
        service.event("a", FakeService.CONSUMER, "CONSUMER", service.content("three"), false);
        service.talks
                .get("a")
                .events
                .get(2)
                .putArray("metadata")
                .addObject()
                .put("type", "ExternalId")
                .put("id", "there");
        service.notifyEvents(service.talks.get("a").events);
        other.run();
        other.crash(false);
        disk.done.clear();
        service.dials = 0;
        world = new World(outside, Optional.of(WHY));
        world.settled();
    }

    @Test
    @Shows("R23")
    void it_shows_what_is_kept_says_why_and_never_dials() {
        look();

        assertThat(world.rows("a")).containsExactly("one", "three", "QUEUED two");
        assertThat(world.screen.consumer(World.ME).orElseThrow().link().reason())
                .isEqualTo(WHY);
        world.advance(120_000);
        world.command(new Command.Reconnect(World.ME));
        assertThat(service.dials).isZero();
    }

    @Test
    @Shows("R23")
    void nothing_is_sent_or_stored_and_what_was_written_goes_back() {
        look();

        String cid = world.write("a", "hello");
        world.command(
                new Command.OpenConversation(World.ME, "anyway", "a new one", world.time.now(), Command.Opening.PLAIN));
        world.command(new Command.SaveDraft(World.ME, new Place(World.ME, "a"), "half"));
        world.command(new Command.Typing(World.ME, "a", true));
        world.command(new Command.MarkRead(World.ME, "a", "a", 0));

        assertThat(world.told(Update.TextReturned.class))
                .extracting(Update.TextReturned::cid, Update.TextReturned::text, Update.TextReturned::why)
                .containsExactly(tuple(cid, "hello", WHY), tuple("anyway", "a new one", WHY));
        assertThat(world.conversation("a").unread()).isZero();
        assertThat(world.notices()).isEmpty();
        assertThat(disk.done).doesNotContainAnyElementsOf(List.of("accept", "update", "remove", "save", "mark", "add"));
    }

    @Test
    void what_cannot_be_done_is_answered_with_a_sentence() {
        look();

        world.command(new Command.Discard(World.ME, "waiting"));
        world.command(new Command.Close(World.ME, "a"));
        world.command(new Command.CloseAll(World.ME, "a"));
        world.command(new Command.SetUrgency(World.ME, "a", true));
        world.command(new Command.Rate(World.ME, "a", 5, true));
        world.command(new Command.AskProfile(World.ME));

        assertThat(world.notices())
                .hasSize(6)
                .allMatch(sentence -> sentence.equals("This cannot be done here: " + WHY));
        assertThat(world.rows("a")).containsExactly("one", "three", "QUEUED two");
    }
}
