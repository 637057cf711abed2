package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.conversation.Command;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Storage;
import dev.parley.conversation.Update;
import dev.parley.scorecard.Shows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A disk that refuses what is written, and takes it again later (RELIABILITY.md H3). */
class DiskFullTest {
    private static final Place A = new Place(World.ME, "a");

    private final Disk disk = new Disk();
    private final World world = World.kept(disk);
    private final FakeService service = world.service;

    private World open() {
        service.has("a");
        return world.settled();
    }

    private List<Storage.State> storage() {
        return world.told(Update.StorageChanged.class).stream()
                .map(each -> each.storage().state())
                .toList();
    }

    private List<Outgoing> outbox() {
        return disk.kept.outbox().all().toCompletableFuture().join();
    }

    @Test
    @Shows("R21")
    void what_cannot_be_stored_is_not_sent_and_its_text_goes_back() {
        open();
        disk.full = true;

        String cid = world.write("a", "hello");
        world.advance(20_000);

        assertThat(world.told(Update.TextReturned.class))
                .extracting(Update.TextReturned::cid, Update.TextReturned::text, Update.TextReturned::why)
                .containsExactly(tuple(cid, "hello", "it could not be saved: disk full"));
        assertThat(service.said("a")).isEmpty();
        assertThat(world.rows("a")).isEmpty();
    }

    @Test
    @Shows("R21")
    void a_message_whose_mark_cannot_be_stored_waits_and_goes_out_when_it_can() {
        service.has("a");
        world.start();
        String cid = world.write("a", "hello");
        disk.full = true;

        world.advance(12_000);

        assertThat(world.outgoing(cid))
                .extracting(Outgoing::delivery, Outgoing::reason)
                .containsExactly(Delivery.QUEUED, "it waits for the disk: disk full");
        assertThat(service.requests("ContentEvent")).isEmpty();
        disk.full = false;
        world.advance(5_000);
        assertThat(world.rows("a")).containsExactly("hello");
        assertThat(outbox()).isEmpty();
    }

    @Test
    @Shows("R21")
    void what_is_heard_goes_on_and_all_of_it_is_kept_in_the_end() {
        open();
        disk.full = true;

        service.agentSays("a", "one");
        service.agentSays("a", "two");
        world.command(new Command.SaveDraft(World.ME, A, "half a sen"));
        world.command(new Command.SaveDraft(World.ME, A, "half a sentence"));
        world.command(new Command.MarkRead(World.ME, "a", "a", 1));
        assertThat(world.rows("a")).containsExactly("one", "two");
        disk.full = false;
        world.advance(5_000);

        World again = world.crash(false);
        again.start();
        again.command(new Command.LoadHistory(World.ME, "a"));
        assertThat(again.rows("a")).containsExactly("one", "two");
        assertThat(again.conversation("a").unread()).isZero();
        assertThat(disk.kept.drafts().all()).isCompletedWithValueMatching(all -> "half a sentence".equals(all.get(A)));
    }

    @Test
    void it_is_said_once_that_the_disk_fails_and_once_that_it_works_again() {
        open();
        disk.full = true;
        for (int each = 0; each < 5; each++) {
            service.agentSays("a", "more " + each);
            world.command(new Command.SaveDraft(World.ME, A, "draft " + each));
        }
        world.advance(30_000);
        disk.full = false;
        world.advance(10_000);

        assertThat(storage()).containsExactly(Storage.State.FAILING, Storage.State.KEPT);
        assertThat(world.told(Update.StorageChanged.class).get(0).storage().sentence())
                .isEqualTo("What you write cannot be saved now: disk full");
        assertThat(world.notices()).isEmpty();
    }

    @Test
    void what_cannot_be_taken_back_for_good_is_not_taken_back() {
        open();
        service.next("ContentEvent", Fault.lostRequest());
        world.write("a", "one");
        String queued = world.write("a", "two");
        disk.full = true;

        world.command(new Command.Discard(World.ME, queued));

        assertThat(world.notices()).containsExactly("It could not be taken back: disk full");
        assertThat(world.told(Update.OutgoingRemoved.class)).isEmpty();
        disk.full = false;
        world.command(new Command.Discard(World.ME, queued));
        assertThat(world.told(Update.OutgoingRemoved.class)).hasSize(1);
    }

    @Test
    void what_was_taken_back_is_on_the_disk_until_a_draft_holds_it_and_is_never_sent() {
        open();
        service.next("ContentEvent", Fault.lostRequest());
        world.write("a", "one");
        String queued = world.write("a", "two");

        world.command(new Command.Discard(World.ME, queued));
        assertThat(outbox()).extracting(Outgoing::text).containsExactly("one", "two");
        World again = world.crash(false);
        again.settled();
        assertThat(again.outgoing(queued).delivery()).isEqualTo(Delivery.FAILED);
        again.command(new Command.Discard(World.ME, queued));
        again.command(new Command.SaveDraft(World.ME, A, "two, but better"));

        assertThat(outbox()).isEmpty();
        assertThat(service.said("a")).containsExactly("one");
    }

    @Test
    void a_draft_of_some_seconds_later_is_what_became_of_the_text() {
        open();
        service.next("ContentEvent", Fault.lostRequest());
        world.write("a", "one");
        String queued = world.write("a", "two");
        world.command(new Command.Discard(World.ME, queued));
        world.advance(3_000);

        world.command(new Command.SaveDraft(World.ME, A, ""));

        assertThat(outbox()).extracting(Outgoing::text).containsExactly("one");
    }

    @Test
    void a_text_that_was_given_back_stays_on_the_disk_until_a_draft_holds_it() {
        open();
        service.next("cm.ConsumerRequestConversation", Fault.refuse(400, "one is open already"));
        world.command(
                new Command.OpenConversation(World.ME, "anyway", "my words", world.time.now(), Command.Opening.PLAIN));
        assertThat(world.told(Update.TextReturned.class)).hasSize(1);
        assertThat(outbox()).extracting(Outgoing::text).containsExactly("my words");

        world.command(new Command.SaveDraft(World.ME, Place.unopened(World.ME), "something else"));
        assertThat(outbox()).hasSize(1);
        world.command(new Command.SaveDraft(World.ME, Place.unopened(World.ME), "my words and more"));

        assertThat(outbox()).isEmpty();
    }
}
