package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.referee.Committed;
import dev.parley.referee.Quirk;
import dev.parley.referee.Referee;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The "Done when" 4: the same little conversation reads the same, however oddly the service answers. */
class QuirksTest {
    /** Each turn as the screen has it, without its time; the tick is part of it. */
    private static final List<String> AS_IT_READS = List.of(
            "▸ you hello ✓✓",
            "◂ The agent Good morning, what can I do?",
            "▸ you my order is late ✓",
            "◂ The agent I will look",
            "◂ The agent I have found it",
            "▸ you thank you ✓");

    @TempDir
    Path home;

    @Test
    void without_any() {
        conversation(Set.of());
    }

    // Frames that are not JSON are not odd but wrong: three in a minute end the link.
    @ParameterizedTest
    @EnumSource(value = Quirk.class, mode = EnumSource.Mode.EXCLUDE, names = "BROKEN_FRAMES")
    void with_each(Quirk quirk) {
        conversation(Set.of(quirk));
    }

    @Test
    void with_all_together() {
        Set<Quirk> all = EnumSet.allOf(Quirk.class);
        all.remove(Quirk.BROKEN_FRAMES);

        conversation(all);
    }

    private void conversation(Set<Quirk> quirks) {
        try (Referee referee = Referee.start()) {
            referee.behave(quirks.toArray(Quirk[]::new));
            try (Client client = Client.at(home).server(referee.lookup()).start()) {
                client.say("hello");
                Committed hello =
                        client.get(referee.committed(entry -> entry.text().equals("hello")), "hello in the ledger");
                String id = hello.conversationId();
                referee.agentJoins(id);
                referee.agentReads(id, hello.sequence());
                client.sees("read", page -> page.row("hello").endsWith("✓✓"));
                referee.agentTypes(id, "COMPOSING");
                client.sees("The agent is typing");
                referee.agentSays(id, "Good morning, what can I do?");
                client.seesOnce("hello", "Good morning").say("my order is late");
                client.sees("accepted", page -> page.row("my order").endsWith("✓"));
                referee.agentSays(id, "I will look");
                client.seesOnce("my order is late", "I will look");

                referee.closeSockets(0, "");
                client.seesNotOnline();
                referee.agentSays(id, "I have found it");
                client.leap(Duration.ofSeconds(10)).seesOnline();
                client.seesOnce("I will look", "I have found it").say("thank you");
                client.leap(Duration.ofSeconds(1));

                client.sees("the whole conversation", page -> turns(page).equals(AS_IT_READS));
                client.sees("open 1").sees("unread 0");
                referee.agentCloses(id);
                client.sees("closed").sees("open 0");
                assertThat(client.look(QuirksTest::turns)).isEqualTo(AS_IT_READS);
                assertThat(referee.fouls()).isEmpty();
            }
        }
    }

    /** Who said what; events of unknown types have a row of their own, which is no turn of this conversation. */
    private static List<String> turns(Page page) {
        List<String> turns = new ArrayList<>();
        String who = "";
        for (String row : page.history()) {
            String words = row.replaceFirst("^ ([0-9]{2}:[0-9]{2})? *", "").replaceAll(" +", " ");
            for (String name : List.of("▸ you ", "◂ The agent ")) {
                who = words.startsWith(name) ? name : who;
            }
            if (!words.isEmpty()
                    && !words.startsWith("──")
                    && !words.contains("[unsupported message")
                    && !words.startsWith("· system")) {
                turns.add(who + words.replace(who, ""));
            }
        }
        return turns;
    }
}
