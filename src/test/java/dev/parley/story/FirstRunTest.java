package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The "Done when" 1 and 2: with nothing set up, and once more. */
class FirstRunTest {
    @TempDir
    Path home;

    @Test
    void a_first_run_and_the_next_one() {
        try (Client client = Client.at(home).start()) {
            client.sees("Conversations").sees("SANDBOX").sees("Type a message and press Enter");
            assertThat(client.look(Page::frameStands)).isTrue();

            client.say("hello").seesInHistory("you hello");
            client.seesOnline().seesInHistory("you hello", "Hello, I am Ada", "You said: hello");
            Set<String> own = client.look(page -> page.styleOf("hello"));
            Set<String> hers = client.look(page -> page.styleOf("You said: hello"));
            assertThat(own).isNotEqualTo(hers);
            client.sees("read by her", page -> page.row("you   hello").endsWith("✓✓"));
            client.selected("Ada");

            client.type("could you also")
                    .press("Alt-N")
                    .sees("New conversation")
                    .press("c");
            client.selected("new c2").sees("Type a message and press Enter").seesInput("");
            client.say("and good morning").seesInHistory("and good morning", "You said: and good morning");
            client.selected("Ada c2");
            client.sees("open 2");

            client.press("Alt-Up")
                    .selected("Ada c1")
                    .seesInput("could you also")
                    .seesInHistory("You said: hello");
            client.press("Ctrl-C").seesInput("").say("say lunch is ready in 5s");
            client.sees("read by her", page -> page.row("say lunch").endsWith("✓✓"));
            assertThat(client.quit()).isZero();
            assertThat(client.gaveTheTerminalBack()).isTrue();
            assertThat(client.wallHits()).isZero();
        }

        try (Client client = Client.at(home).later(Duration.ofMinutes(3)).start()) {
            client.seesOnline().sees("open 2");
            client.seesInHistory("You said: hello", "say lunch is ready in 5s", "lunch is ready");
            client.press("Alt-Down").seesInHistory("and good morning", "You said: and good morning");
        }
    }
}
