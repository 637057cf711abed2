package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Delivery;
import dev.parley.conversation.Link;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of RELIABILITY.md 2.2, row by row: how long until the next connect, and after how many closes none follows. */
@Shows("R9")
class CloseCodeTest {
    private final World world = new World();

    @AfterAll
    static void note() {
        Figures.note(
                "R9", "CloseCodeTest", "22 close codes of all rows of the table, each with its first and last try");
    }

    @ParameterizedTest
    @CsvSource({
        // code, first try after ms: from, to; closes until nobody tries again (0: never)
        "1000, 500, 1000, 0",
        "1001, 500, 5000, 0",
        "1002, 500, 1000, 4",
        "1003, 500, 1000, 4",
        "1004, 500, 1000, 0",
        "1005, 500, 1000, 0",
        "1006, 500, 1000, 0",
        "1007, 500, 1000, 4",
        "1008, 60000, 60000, 2",
        "1009, 500, 1000, 0",
        "1010, 500, 1000, 4",
        "1011, 500, 1000, 0",
        "1012, 500, 5000, 0",
        "1013, 30000, 30000, 0",
        "1014, 500, 1000, 0",
        "1015, 60000, 60000, 0",
        "3000, 500, 1000, 0",
        "4000, 60000, 60000, 2",
        "4401, 5000, 5000, 2",
        "4407, 5000, 5000, 2",
        "4429, 60000, 60000, 2",
        "4999, 60000, 60000, 2"
    })
    void each_code_has_its_action(int code, long from, long to, int lastClose) {
        world.settled();
        world.service.close(code, "because");
        long start = world.time.millis();
        while (world.service.dials == 1) {
            world.advance(100);
        }
        assertThat(world.time.millis() - start).isBetween(from, to + 100);

        for (int closes = 2; closes <= 6 && world.link() != Link.State.OFFLINE; closes++) {
            assertThat(lastClose == 0 || closes <= lastClose)
                    .as("tries again after close " + closes)
                    .isTrue();
            world.service.close(code, "");
            for (int waited = 0; waited < 700 && world.link() == Link.State.CONNECTING; waited++) {
                world.advance(100);
            }
        }

        assertThat(world.link()).isEqualTo(lastClose == 0 ? Link.State.ONLINE : Link.State.OFFLINE);
        if (lastClose != 0) {
            world.advance(3_600_000);
            assertThat(world.service.dials).isEqualTo(lastClose);
            assertThat(reason()).contains("(" + code + ")");
        }
    }

    @Test
    void too_much_fails_the_message_that_was_and_the_link_comes_back() {
        world.service.has("a");
        world.settled();
        world.service.next("ContentEvent", Fault.lostRequest().thenClose(1009));

        String cid = world.write("a", "far too long");
        world.advance(6_000);

        assertThat(world.delivery(cid)).isEqualTo(Delivery.FAILED);
        assertThat(world.outgoing(cid).reason()).contains("too long");
        assertThat(world.link()).isEqualTo(Link.State.ONLINE);
    }

    @Test
    void a_protocol_close_after_a_good_minute_begins_to_count_anew() {
        world.settled();
        for (int each = 0; each < 8; each++) {
            world.advance(61_000);
            world.service.close(1002, "");
            world.advance(3_000);
        }

        assertThat(world.link()).isEqualTo(Link.State.ONLINE);
    }

    private String reason() {
        return world.screen.consumer(World.ME).orElseThrow().link().reason();
    }
}
