package dev.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every member of every example frame dropped or spoilt, one at a time: RELIABILITY.md M11. */
@Shows("R12")
class LeafMutationTest {
    private static final List<String> SPOILT = List.of(
            "null",
            "{}",
            "{\"id\":{}}",
            "[]",
            "[[1]]",
            "\"\"",
            "\"NEVER_HEARD_OF\"",
            "\"" + "h".repeat(10_000) + "\"",
            "-7",
            "1.5",
            "1e400",
            "123456789012345678901234567890",
            "true");

    @AfterAll
    static void note() {
        int mutants = examples()
                .mapToInt(example ->
                        mutants(Examples.json(Examples.text(example))).size())
                .sum();
        Figures.note(
                "R12",
                "LeafMutationTest",
                examples().count() + " frames with each part dropped or spoilt: " + mutants
                        + " mutants, no exception left the decoder");
    }

    static Stream<String> examples() {
        return Examples.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_spoilt_frame_is_still_a_frame_and_can_be_written_again(String example) throws MalformedFrame {
        for (JsonNode mutant : mutants(Examples.json(Examples.text(example)))) {
            Frame frame = Codec.decode(mutant.toString());

            assertThat(Codec.decode(Codec.encode(frame))).as("mutant").isNotNull();
            assertThat(frame.toString()).isNotNull();
        }
    }

    static Stream<String> batches() {
        return Stream.of(
                "events-live",
                "events-history",
                "publish-text-echo",
                "publish-typing-echo",
                "rich-content",
                "conversations-upsert",
                "v2-conversations-upsert");
    }

    @ParameterizedTest
    @MethodSource("batches")
    void a_spoilt_entry_costs_nothing_but_itself(String example) throws MalformedFrame {
        JsonNode entry = Examples.json(Examples.text(example))
                .path("body")
                .path("changes")
                .path(0);
        List<Object> healthy = changes(frame(example, List.of(entry, entry)));
        assertThat(healthy).hasSize(2);

        for (JsonNode mutant : mutants(entry)) {
            List<Object> changes = changes(frame(example, List.of(mutant, entry)));

            assertThat(changes.get(changes.size() - 1)).isEqualTo(healthy.get(1));
        }
    }

    private static ObjectNode frame(String example, List<JsonNode> entries) {
        ObjectNode frame = (ObjectNode) Examples.json(Examples.text(example));
        ((ObjectNode) frame.path("body")).putArray("changes").addAll(entries);
        return frame;
    }

    private static List<Object> changes(JsonNode frame) throws MalformedFrame {
        NotificationBody body = ((Frame.Notification) Codec.decode(frame.toString())).body();
        if (body instanceof NotificationBody.MessagingEvents events) {
            assertThat(events.changes().size() + events.unreadable().size()).isEqualTo(2);
            return List.copyOf(events.changes());
        }
        NotificationBody.ExConversationChange conversations = (NotificationBody.ExConversationChange) body;
        assertThat(conversations.changes().size() + conversations.unreadable().size())
                .isEqualTo(2);
        return List.copyOf(conversations.changes());
    }

    /** All trees that differ from this one in one member or element. */
    private static List<JsonNode> mutants(JsonNode tree) {
        List<JsonNode> mutants = new ArrayList<>();
        if (tree instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                mutants.add(object.deepCopy().without(member.getKey()));
                for (JsonNode spoilt : spoiltAndInner(member.getValue())) {
                    mutants.add(object.deepCopy().set(member.getKey(), spoilt));
                }
            });
        } else if (tree instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                for (JsonNode spoilt : spoiltAndInner(array.get(i))) {
                    mutants.add(array.deepCopy().set(i, spoilt));
                }
            }
        }
        return mutants;
    }

    private static List<JsonNode> spoiltAndInner(JsonNode value) {
        List<JsonNode> all = new ArrayList<>(mutants(value));
        SPOILT.forEach(text -> all.add(Examples.json(text)));
        return all;
    }
}
