package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Command;
import dev.parley.conversation.Outbox;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.time.HandTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The client is killed at every moment at which it could be, and started again on what the disk holds. */
class CrashTest {
    private static final Place A = new Place(World.ME, "a");
    private static final Guards FORGETFUL = new Guards(
            (outgoing, turns, claimed) -> Optional.empty(),
            Guards.all().resume(),
            Guards.all().breakage(),
            Guards.all().holes());

    /** The crash. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A person who writes, over a service and a link that fail now and then, until the client is killed. */
    private static final class Life {
        final HandTime time = new HandTime();
        final FakeService service = new FakeService();
        final Disk disk;
        final Random random;
        final long seed;
        final List<String> written = new ArrayList<>();
        World world;
        private int steps;

        Life(long seed, Guards guards, UnaryOperator<Outbox> outbox) {
            this.seed = seed;
            random = new Random(seed);
            disk = new Disk().with(outbox);
            service.has("a");
            service.notificationsFirst = random.nextBoolean();
            world = new World(new World.Outside(time, service, disk, guards, true));
        }

        /** @param mostSteps of disk and service together before the kill */
        void untilKilled(int mostSteps) {
            steps = mostSteps;
            try {
                world.session.start();
                run();
                while (true) {
                    one();
                }
            } catch (Killed killed) {
                world = world.crash(random.nextBoolean());
            }
        }

        private void one() {
            switch (random.nextInt(6)) {
                case 0, 1 -> write();
                case 2 -> service.says("a", "answer " + random.nextInt(1_000));
                case 3 -> fault();
                default -> pass(random.nextInt(3_000));
            }
            run();
        }

        /** As the screen does it: the draft is kept while typing, Enter sends. */
        private void write() {
            String text = "message " + written.size() + " of " + seed;
            world.session.handle(new Command.SaveDraft(World.ME, A, text));
            while (world.step()) {
                count();
            }
            written.add(text);
            world.enter("a", text);
        }

        private void fault() {
            Fault fault = random.nextBoolean() ? Fault.lostAnswer() : Fault.lostRequest();
            service.next("ContentEvent", random.nextBoolean() ? fault : fault.thenClose(1006));
        }

        private void pass(long millis) {
            time.advance(millis);
            run();
        }

        private void run() {
            while (world.step()) {
                count();
            }
        }

        private void count() {
            if (--steps <= 0) {
                throw new Killed();
            }
        }

        /** All is well again, for long enough. */
        void heal() {
            service.behave();
            world.start();
            world.advance(40_000);
        }

        String draft() {
            return disk.kept.drafts().all().toCompletableFuture().join().getOrDefault(A, "");
        }

        List<String> outbox() {
            return disk.kept.outbox().all().toCompletableFuture().join().stream()
                    .map(Outgoing::text)
                    .toList();
        }

        List<String> ledger() {
            return service.said("a");
        }

        long copies(List<String> where, String text) {
            return where.stream().filter(each -> each.endsWith(text)).count();
        }
    }

    /** After each kill, all that was written is on the disk or with the service. */
    private static void nothingIsLost(int turns, UnaryOperator<Outbox> outbox) {
        int messages = 0;
        for (int turn = 0; turn < turns; turn++) {
            Life life = new Life(turn, Guards.all(), outbox);
            life.untilKilled(20 + life.random.nextInt(200));
            for (String text : life.written) {
                boolean kept = life.draft().equals(text)
                        || life.outbox().contains(text)
                        || life.ledger().contains(text);
                assertThat(kept).as("seed %s: %s", turn, text).isTrue();
                messages++;
            }
        }
        Figures.note("R1", "CrashTest", turns + " kills, " + messages + " messages written, 0 lost");
    }

    @Test
    @Shows("R1")
    void what_left_the_input_is_on_the_disk_or_with_the_service_whenever_the_client_is_killed() {
        nothingIsLost(Dose.of(60, 500), UnaryOperator.identity());
    }

    @Test
    @Shows(value = "R1", withoutGuard = true)
    void without_an_outbox_that_keeps_things_they_are_lost() {
        assertThatThrownBy(() -> nothingIsLost(200, SaysYes::new)).isInstanceOf(AssertionError.class);
    }

    /** After one kill or two and a start, each message is with the service once and on the screen once. */
    private static void sentAndSeenOnce(int turns, Guards guards) {
        int messages = 0;
        int asked = 0;
        for (int turn = 0; turn < turns; turn++) {
            Life life = new Life(turn, guards, UnaryOperator.identity());
            life.untilKilled(20 + life.random.nextInt(200));
            if (life.random.nextBoolean()) {
                life.untilKilled(5 + life.random.nextInt(60));
            }
            life.heal();
            List<String> rows = life.world.rows("a");
            for (String text : life.written) {
                assertThat(life.copies(life.ledger(), text))
                        .as("seed %s, with the service: %s", turn, text)
                        .isLessThanOrEqualTo(1);
                long seen = life.copies(rows, text);
                boolean stillTyped = life.draft().equals(text);
                assertThat(seen + (stillTyped ? 1 : 0))
                        .as("seed %s, on the screen: %s in %s", turn, text, rows)
                        .isEqualTo(1);
                asked += rows.contains("UNKNOWN " + text) ? 1 : 0;
                messages++;
            }
            assertThat(rows).as("seed %s", turn).noneMatch(row -> row.startsWith("missing") || row.contains("(copy)"));
            assertThat(World.rows(life.world.inbox, "a")).as("seed %s", turn).isEqualTo(rows);
        }
        Figures.note(
                "R2",
                "CrashTest",
                turns + " turns with kills, lost answers and cuts, " + messages
                        + " messages: each cid at most once in the ledger, one row each, 0 doubled, " + asked
                        + " left to the person");
    }

    @Test
    @Shows("R2")
    void each_message_is_sent_once_and_seen_once_whenever_the_client_is_killed() {
        sentAndSeenOnce(Dose.of(60, 500), Guards.all());
    }

    @Test
    @Shows(value = "R2", withoutGuard = true)
    void without_looking_for_it_first_a_message_is_sent_twice() {
        assertThatThrownBy(() -> sentAndSeenOnce(200, FORGETFUL)).isInstanceOf(AssertionError.class);
    }

    /** Says that it keeps, and does not. */
    private record SaysYes(Outbox drafts) implements Outbox {
        @Override
        public CompletionStage<Void> accept(Outgoing outgoing) {
            // The draft goes, as it would.
            return drafts.accept(outgoing).thenCompose(done -> drafts.remove(outgoing.cid()));
        }

        @Override
        public CompletionStage<Void> update(Outgoing outgoing) {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<Void> remove(String cid) {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<List<Outgoing>> all() {
            return CompletableFuture.completedStage(List.of());
        }
    }
}
