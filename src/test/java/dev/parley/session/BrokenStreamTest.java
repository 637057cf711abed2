package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.fault.FaultProxy;
import dev.parley.fault.FrameFault;
import dev.parley.fault.RawFrames;
import dev.parley.referee.Referee;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.store.MemoryPorts;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * RELIABILITY.md M6: Vert.x drops a message in fragments that is over the limit and goes on as if nothing had been; that the
 * link ends then is what brings the message after all.
 */
class BrokenStreamTest {
    private static final int FASTER = 20;

    @Test
    @Shows("R5")
    void a_message_lost_to_an_exception_is_there_after_a_new_connection() {
        int times = Dose.of(2, 50);
        int connections = 0;
        for (int each = 0; each < times; each++) {
            connections += talk(Guards.all(), 30_000);
        }
        Figures.note(
                "R5",
                "BrokenStreamTest",
                times + " messages of 5 MB in fragments were dropped by the WebSocket client: " + times
                        + " came again, over " + connections + " connections");
    }

    @Test
    @Shows(value = "R5", withoutGuard = true)
    void one_that_goes_on_after_an_exception_never_shows_the_message() {
        Guards all = Guards.all();
        Guards careless = new Guards(all.recognition(), all.resume(), failure -> false, all.holes());

        assertThatThrownBy(() -> talk(careless, 3_000))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the one that was dropped");
    }

    /** How many sockets it took. */
    private static int talk(Guards guards, long patienceMillis) {
        Referee referee = Referee.start();
        try (FaultProxy proxy = FaultProxy.before(referee.lookup().getPort());
                Client client = new Client(
                        URI.create("http://127.0.0.1:" + proxy.port()),
                        Optional.of(referee.token()),
                        OptionalInt.empty(),
                        Credentials.forgetful(),
                        new MemoryPorts(),
                        guards,
                        vertx -> new QuickTime(vertx, FASTER))) {
            AtomicInteger spoilt = new AtomicInteger();
            AtomicInteger sockets = new AtomicInteger();
            proxy.toClient(FrameFault.of((index, frame) -> {
                sockets.addAndGet(index == 0 ? 1 : 0);
                String text = RawFrames.payload(frame);
                return text.contains("dropped") && spoilt.getAndIncrement() == 0
                        ? RawFrames.fragments(text + " ".repeat(5 << 20), 1 << 16)
                        : List.of(frame);
            }));
            client.write(null, "one");
            String id = client.opened();
            client.until("the first", each -> each.rows(id).equals(List.of("one")));

            referee.agentSays(id, "dropped");

            client.until(
                    "the one that was dropped",
                    patienceMillis,
                    each -> each.rows(id).equals(List.of("one", "dropped")));
            return sockets.get();
        } finally {
            referee.close();
        }
    }
}
