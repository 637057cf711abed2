package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.referee.Committed;
import dev.parley.referee.Fault;
import dev.parley.referee.Referee;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The corpus of attack strings in the mouth of the service. The emulator throws on every control and on every sequence that
 * is not Parley's own, which would end the client.
 */
class HostileTextTest {
    private static final Set<String> FOR_THE_TERMINAL = Set.of("c0", "c1", "csi", "osc", "esc", "dcs", "bidi");

    private final Referee referee = Referee.start();
    private final List<JsonNode> attacks = new ArrayList<>();

    @TempDir
    Path home;

    @BeforeEach
    void read() throws IOException {
        try (InputStream in = HostileTextTest.class.getResourceAsStream("/dev/parley/text/attack-strings.json")) {
            for (JsonNode attack : new ObjectMapper().readTree(in)) {
                if (attack.has("text")) {
                    attacks.add(attack);
                }
            }
        }
    }

    @AfterEach
    void close() {
        referee.close();
    }

    private static String text(JsonNode attack) {
        // What repeats a million times is a test of the sanitizer; here a page of it is enough.
        return attack.path("text")
                .asText()
                .repeat(Math.min(2_000, attack.path("repeat").asInt(1)));
    }

    private static boolean isPlain(JsonNode attack) {
        String shown = attack.path("shown").asText("");
        return !attack.has("repeat") && !shown.isBlank() && shown.matches("[!-~]+( [!-~]+)*") && shown.length() < 70;
    }

    private Committed begin(Client client) {
        client.seesOnline().say("hello");
        Committed hello = client.get(referee.committed(entry -> entry.text().equals("hello")), "hello in the ledger");
        referee.agentJoins(hello.conversationId());
        client.sees("The agent");
        return hello;
    }

    @Test
    void as_what_the_agent_says() {
        try (Client client = Client.at(home).server(referee.lookup()).start()) {
            String id = begin(client).conversationId();

            for (int i = 0; i < attacks.size(); i++) {
                JsonNode attack = attacks.get(i);
                referee.agentSays(id, text(attack));
                referee.agentSays(id, "mark " + i + " of them");
                client.sees("mark " + i + " of them");
                assertThat(client.look(Page::frameStands))
                        .as(() -> attack.path("name").asText() + "\n" + client.screen())
                        .isTrue();
                if (isPlain(attack)) {
                    client.seesInHistory(attack.path("shown").asText(), "mark " + i + " of them");
                }
            }

            assertThat(attacks).hasSizeGreaterThan(100);
            assertThat(client.wallHits()).isZero();
            assertThat(client.look(Page::title)).startsWith("parley");
            client.say("still here").seesInHistory("still here");
        }
    }

    @Test
    void as_the_reason_why_a_message_is_refused() {
        try (Client client =
                Client.at(home).server(referee.lookup()).size(80, 24).start()) {
            begin(client);

            int failed = 0;
            for (JsonNode attack : attacks) {
                if (!FOR_THE_TERMINAL.contains(attack.path("category").asText())) {
                    continue;
                }
                failed++;
                referee.nextMessage(Fault.refuse(400, text(attack)));
                client.say("message " + failed).sees("failed " + failed + " ");
                assertThat(client.look(Page::frameStands))
                        .as(() -> attack.path("name").asText() + "\n" + client.screen())
                        .isTrue();
            }

            assertThat(failed).isGreaterThan(40);
            assertThat(client.wallHits()).isZero();
        }
    }

    @Test
    void as_what_the_person_pastes_and_sends() {
        try (Client client = Client.at(home).server(referee.lookup()).start()) {
            begin(client);

            for (JsonNode attack : attacks) {
                // The end of a paste within the paste would be typed, not pasted: the decoder's own tests have it.
                if (attack.path("text").asText().contains("\u001b[201~") || attack.has("repeat")) {
                    continue;
                }
                client.paste(text(attack)).sees("pasted", page -> true);
                assertThat(client.look(Page::frameStands))
                        .as(() -> attack.path("name").asText() + "\n" + client.screen())
                        .isTrue();
                client.press("Ctrl-U");
            }

            assertThat(client.wallHits()).isZero();
        }
    }
}
