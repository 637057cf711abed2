package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Outgoing;
import dev.parley.scorecard.Shows;
import org.junit.jupiter.api.Test;

/** The first try is taken in after it was given up: two copies, and the second is marked (RELIABILITY.md 1.2). */
class SecondCopyTest {
    private final Disk disk = new Disk();
    private World world = World.kept(disk);
    private final FakeService service = world.service;

    private void sentTwice() {
        service.has("a");
        world.settled();
        service.next("ContentEvent", Fault.takenInLate().thenClose(1006));
        world.write("a", "hello");
        world.advance(5_000);
        assertThat(world.rows("a")).containsExactly("hello");
        service.commitLate();
        world.run();
    }

    @Test
    @Shows("R2")
    void a_copy_that_carries_its_id_is_marked_and_said_once() {
        sentTwice();

        assertThat(service.said("a")).containsExactly("hello", "hello");
        assertThat(world.rows("a")).containsExactly("hello", "hello (copy)");
        assertThat(world.notices()).containsExactly("A message of yours was delivered twice.");
    }

    @Test
    @Shows("R2")
    void a_copy_without_any_id_is_known_by_its_words() {
        service.said.keepsIds = false;

        sentTwice();

        assertThat(world.rows("a")).containsExactly("hello", "hello (copy)");
        assertThat(world.notices()).containsExactly("A message of yours was delivered twice.");
    }

    @Test
    void the_mark_is_there_after_the_next_start() {
        sentTwice();

        world = world.crash(false);
        world.settled();

        assertThat(world.rows("a")).containsExactly("hello", "hello (copy)");
    }

    @Test
    void the_same_words_said_again_on_purpose_are_no_copy() {
        service.has("a");
        world.settled();

        world.write("a", "ok");
        world.write("a", "ok");

        assertThat(world.rows("a")).containsExactly("ok", "ok");
        assertThat(world.notices()).isEmpty();
    }

    @Test
    void a_sequence_that_comes_again_with_something_else_in_it_is_marked() {
        service.has("a");
        world.settled();
        service.agentSays("a", "true");
        service.talks.get("a").events.get(0).set("event", service.content("false"));

        service.notifyEvents(service.talks.get("a").events);

        assertThat(world.rows("a")).containsExactly("true (clash)");
    }

    @Test
    @Shows("R24")
    void a_wall_clock_that_jumped_or_went_back_is_no_ground_for_sending_again() {
        for (long jump : new long[] {-26 * 3_600_000L, 26 * 3_600_000L}) {
            World other = World.kept(new Disk());
            other.service.has("a");
            other.settled();
            other.service.next("ContentEvent", Fault.lostRequest());
            String cid = other.write("a", "hello");
            other.time.jumpWall(jump);
            World again = other.crash(false);

            again.settled();

            assertThat(again.outgoing(cid)).extracting(Outgoing::reason).isEqualTo(Enquiry.MAY_HAVE_ARRIVED);
            assertThat(again.service.said("a")).isEmpty();
            again.command(new Command.Retry(World.ME, cid));
            assertThat(again.rows("a")).containsExactly("hello");
        }
    }
}
