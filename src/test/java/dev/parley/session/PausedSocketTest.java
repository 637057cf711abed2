package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fault.RawFrames;
import dev.parley.fault.RawPeer;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** RELIABILITY.md M18: back-pressure reaches the service itself. */
class PausedSocketTest {
    private static final int MESSAGES = 1_000;
    private static final int SIZE = 32 << 10;

    @Test
    @Shows("R15")
    void a_paused_socket_is_not_read_and_nothing_is_lost() throws Exception {
        CountDownLatch paused = new CountDownLatch(1);
        CountDownLatch allWritten = new CountDownLatch(1);
        RawPeer peer = RawPeer.start(guest -> {
            guest.upgrade();
            try {
                paused.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            for (int each = 0; each < MESSAGES; each++) {
                guest.write(RawFrames.text(each + "x".repeat(SIZE)));
            }
            allWritten.countDown();
            guest.awaitEnd();
        });
        try (peer;
                Dialled dialled = new Dialled(peer.port())) {
            assertThat(dialled.next()).isEqualTo("opened");
            dialled.pause();
            paused.countDown();

            // 32 MB do not fit into what lies between them.
            assertThat(allWritten.await(1, TimeUnit.SECONDS)).isFalse();
            assertThat(dialled.said()).isEmpty();
            dialled.resume();

            for (int each = 0; each < MESSAGES; each++) {
                assertThat(dialled.next()).startsWith("text " + each + "x").hasSize(("text " + each).length() + SIZE);
            }
            assertThat(allWritten.await(30, TimeUnit.SECONDS)).isTrue();
            Figures.note(
                    "R15",
                    "PausedSocketTest",
                    "paused socket: 0 of " + MESSAGES
                            + " messages of 32 KB came in and the service had to stop writing; all"
                            + " came in order after it");
        }
    }
}
