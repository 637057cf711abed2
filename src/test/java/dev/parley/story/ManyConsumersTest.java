package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The "Done when" 5: thirty consumers on 80 columns. */
class ManyConsumersTest {
    @TempDir
    Path home;

    @Test
    void each_of_thirty_is_answered_once() {
        Sandbox sandbox = ServerGoneTest.started(SandboxOptions.inMemory());
        try (Client client = Client.on(sandbox, home).consumers(30).size(80, 24).start()) {
            client.seesOnline()
                    .sees("all of them online", page -> !page.status().contains("down"));

            client.say("/cast hello").sees("To 30 consumers: hello").press("y");

            client.sees("open 30").sees("waiting 0").sees("all answered", page -> unread(page) >= 29);
            Set<String> seen = new TreeSet<>();
            for (int row = 0; row < 30; row++) {
                client.press("Alt-Down");
                client.seesOnce("▸ hello", "You said: hello");
                seen.add(client.look(page -> page.selected().replaceAll(".*(c[0-9]+).*", "$1")));
            }
            assertThat(seen).hasSize(30);
            assertThat(client.wallHits()).isZero();
        } finally {
            ServerGoneTest.join(sandbox);
        }
    }

    @Test
    void the_one_of_thirty_that_waits_longest_is_one_key_away() {
        Sandbox sandbox = ServerGoneTest.started(SandboxOptions.inMemory().withAgent(Optional.empty()));
        try (Client client = Client.on(sandbox, home).consumers(30).size(80, 24).start()) {
            client.seesOnline()
                    .sees("all of them online", page -> !page.status().contains("down"));
            client.say("/go 17").selected("c17").say("is anybody there?");
            client.sees("accepted", page -> page.row("anybody").endsWith("✓"));
            client.say("/go 3").selected("new c");

            client.say("/cast hello").sees("To 30 consumers: hello").press("y");
            client.sees("waiting 30");
            client.press("Alt-A");

            client.selected("c17").seesInHistory("is anybody there?", "hello");
        } finally {
            ServerGoneTest.join(sandbox);
        }
    }

    private static int unread(Page page) {
        return Integer.parseInt(page.status().replaceAll(".*unread ([0-9]+).*", "$1"));
    }
}
