package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Command;
import dev.parley.fault.FaultProxy;
import dev.parley.referee.Committed;
import dev.parley.referee.Referee;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.store.MemoryPorts;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** RELIABILITY.md L1: the connection is cut at each byte of a talk, and each time both ends have the same talk afterwards. */
class CutAnywhereTest {
    private static final int FASTER = 20;
    private static final int REAL = 30;
    private static final long PATIENCE_MILLIS = 30_000;

    private final long seed = Dose.isFull() ? System.nanoTime() : 4;

    @Test
    @Shows("R4")
    void wherever_the_connection_is_cut_ledger_and_view_are_the_same_afterwards() {
        long bytes = talk(Guards.all(), Long.MAX_VALUE, PATIENCE_MILLIS);

        int cuts = cutEverywhere(Guards.all(), bytes, Dose.of(16, (int) bytes), PATIENCE_MILLIS);

        double slowest = Dose.isFull() ? slowestForReal(bytes) : 0;

        assertThat(slowest).isLessThanOrEqualTo(10);
        Figures.note(
                "R4",
                "CutAnywhereTest",
                cuts + " of " + bytes + " places of a talk were cut, seed " + seed
                        + ": 0 messages lost, doubled or out of order, ledger and view the same each time"
                        + (Dose.isFull()
                                ? String.format("; in real time %d more, whole talks of %.1f s at most", REAL, slowest)
                                : ""));
    }

    /** Whole talks with a cut in them, in seconds, by the clock on the wall: catching up is a part of that. */
    private double slowestForReal(long bytes) {
        Random random = new Random(seed);
        double slowest = 0;
        for (int each = 0; each < REAL; each++) {
            long start = System.nanoTime();
            talk(Guards.all(), 1 + random.nextLong(bytes), PATIENCE_MILLIS, 1);
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1e9);
        }
        return slowest;
    }

    @Test
    @Shows(value = "R4", withoutGuard = true)
    void one_that_resumes_beyond_what_it_missed_is_found_out() {
        Guards all = Guards.all();
        Guards forgetful =
                new Guards(all.recognition(), timeline -> all.resume().from(timeline) + 2, all.breakage(), all.holes());
        long bytes = talk(Guards.all(), Long.MAX_VALUE, PATIENCE_MILLIS);

        assertThatThrownBy(() -> cutEverywhere(forgetful, bytes, 16, 2_000)).isInstanceOf(AssertionError.class);
    }

    /** How many cuts it was. */
    private int cutEverywhere(Guards guards, long bytes, int places, long patienceMillis) {
        double step = (double) bytes / places;
        double offset = new Random(seed).nextDouble(step);
        for (int each = 0; each < places; each++) {
            talk(guards, 1 + (long) (offset + each * step), patienceMillis);
        }
        return places;
    }

    /** Three turns over a connection that is cut once; how many bytes that took. */
    private static long talk(Guards guards, long cutAt, long patienceMillis) {
        return talk(guards, cutAt, patienceMillis, FASTER);
    }

    private static long talk(Guards guards, long cutAt, long patienceMillis, int faster) {
        Referee referee = Referee.start();
        try (FaultProxy proxy = FaultProxy.before(referee.lookup().getPort());
                Client client = new Client(
                        URI.create("http://127.0.0.1:" + proxy.port()),
                        Optional.of(referee.token()),
                        OptionalInt.empty(),
                        Credentials.forgetful(),
                        new MemoryPorts(),
                        guards,
                        vertx -> new QuickTime(vertx, faster))) {
            proxy.cutAtByte(cutAt);
            client.write(null, "one");
            String id = client.opened();
            client.until("one", patienceMillis, each -> each.rows(id).equals(List.of("one")));
            referee.agentSays(id, "two");
            client.until("two", patienceMillis, each -> each.rows(id).equals(List.of("one", "two")));
            client.command(new Command.MarkRead(World.ME, id, id, Long.MAX_VALUE));
            client.write(id, "three");
            client.until("all", patienceMillis, each -> each.rows(id).equals(List.of("one", "two", "three")));
            assertThat(ledgerOf(referee, id)).as("cut at " + cutAt).containsExactly("one", "two", "three");
            assertThat(referee.fouls()).as("cut at " + cutAt).isEmpty();
            return proxy.passed();
        } finally {
            referee.close();
        }
    }

    private static List<String> ledgerOf(Referee referee, String conversationId) {
        return referee.ledger().stream()
                .filter(each -> each.type().equals("ContentEvent")
                        && each.conversationId().equals(conversationId))
                .map(Committed::text)
                .toList();
    }
}
