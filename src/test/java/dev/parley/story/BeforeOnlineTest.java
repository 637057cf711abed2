package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.referee.Referee;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said before there is anybody to say it to. */
class BeforeOnlineTest {
    @TempDir
    Path home;

    @Test
    void enter_before_online_queues_and_goes_out_once() {
        try (Referee referee = Referee.start()) {
            referee.goDown();
            try (Client client = Client.at(home).server(referee.lookup()).start()) {
                client.sees("connecting").say("first").say("second");
                client.sees(
                        "queued",
                        page -> page.row("first").endsWith("…")
                                && page.row("second").endsWith("…"));
                client.seesNotOnline().seesInput("");

                referee.comeBack();
                client.leap(Duration.ofSeconds(10)).seesOnline();

                client.sees(
                        "accepted",
                        page -> page.row("first").endsWith("✓")
                                && page.row("second").endsWith("✓"));
                client.seesOnce("first", "second");
                assertThat(referee.ledger()).extracting(entry -> entry.text()).containsExactly("first", "second");
                assertThat(referee.conversations()).hasSize(1);
                assertThat(referee.fouls()).isEmpty();
            }
        }
    }

    @Test
    void leaving_with_something_queued_asks_first() {
        try (Referee referee = Referee.start()) {
            referee.goDown();
            try (Client client = Client.at(home).server(referee.lookup()).start()) {
                client.say("first").sees("queued", page -> page.row("first").endsWith("…"));

                client.press("Ctrl-C", "Ctrl-C")
                        .sees("1 message is still on the way")
                        .press("n");
                client.sees("still here", page -> !page.shows("still on the way"))
                        .seesOnce("first");

                client.press("Ctrl-C", "Ctrl-C")
                        .sees("1 message is still on the way")
                        .press("y");
                assertThat(client.left()).isZero();
            }
        }
    }
}
