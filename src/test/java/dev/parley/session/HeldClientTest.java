package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Link;
import dev.parley.referee.Referee;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/** STACK.md section 6: a WebSocket client that is collected closes its sockets. */
class HeldClientTest {
    @Test
    void what_is_collected_takes_no_link_with_it() {
        Referee referee = Referee.start();
        try (Client client = new Client(referee.lookup())) {
            client.write(null, "hello");
            String id = client.opened();
            client.untilRows(id, "hello");

            for (int each = 0; each < 3; each++) {
                collect();
            }
            referee.agentSays(id, "still there");

            client.untilRows(id, "hello", "still there");
            assertThat(client.linkNow().state()).isEqualTo(Link.State.ONLINE);
            assertThat(referee.socketOpened(2)).isNotDone();
        } finally {
            referee.close();
        }
    }

    private static void collect() {
        WeakReference<Object> gone = new WeakReference<>(new Object());
        while (gone.get() != null) {
            System.gc();
        }
    }
}
