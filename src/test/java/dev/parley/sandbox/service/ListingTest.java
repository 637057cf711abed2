package dev.parley.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the first notification of a list carries, PROTOCOL.md 6.3. */
class ListingTest {
    private static final String CLOSE = "{\"field\":\"ConversationStateField\",\"conversationState\":\"CLOSE\"}";

    private final Rig rig = new Rig();
    private final Rig.Socket socket = rig.socket();

    @Test
    void the_list_tells_what_was_last_said_in_a_closed_conversation_too() {
        String dialog = socket.open();
        socket.say(dialog, "a");
        new PersonAsAgent(rig.service.conversations(), rig.time).say(dialog, "b");
        socket.change(dialog, CLOSE);

        socket.list("{}");

        assertThat(socket.upserts())
                .singleElement()
                .extracting(upsert -> upsert.at("/result/lastContentEventNotification/event/message")
                        .asText())
                .isEqualTo("b");
    }

    @Test
    void a_list_of_many_long_conversations_stays_under_what_a_client_takes() {
        for (int i = 0; i < 300; i++) {
            String dialog = socket.open();
            socket.say(dialog, "€".repeat(8_000));
            socket.change(dialog, CLOSE);
        }

        socket.list("{}");

        List<JsonNode> upserts = socket.upserts();
        assertThat(upserts).hasSize(300);
        assertThat(upserts.get(0).at("/result/lastContentEventNotification").isMissingNode())
                .isTrue();
        assertThat(upserts.get(299).at("/result/lastContentEventNotification").isObject())
                .isTrue();
        int bytes = socket.frames.stream()
                .mapToInt(frame -> frame.toString().getBytes(StandardCharsets.UTF_8).length)
                .max()
                .orElseThrow();
        assertThat(bytes).isLessThan(4_000_000);
    }
}
