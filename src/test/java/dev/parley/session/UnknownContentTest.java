package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.TimelineItem;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY.md M10: nothing that somebody said is hidden because this client does not know its kind. */
class UnknownContentTest {
    private final World world = new World();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"NoveltyEvent\",\"novelty\":true}",
                "{\"type\":\"ContentEvent\",\"contentType\":\"holo/gram\",\"message\":{\"x\":1}}",
                "{\"type\":\"ContentEvent\",\"contentType\":\"text/plain\",\"message\":{\"no\":\"text\"}}"
            })
    @Shows("R13")
    void what_is_of_an_unknown_kind_has_a_row_of_its_own(String event) throws Exception {
        world.service.has("a");
        world.settled();
        world.service.agentSays("a", "before");

        world.service.event(
                "a", FakeService.AGENT, "ASSIGNED_AGENT", (ObjectNode) new ObjectMapper().readTree(event), true);
        world.service.agentSays("a", "after");

        assertThat(world.rows("a")).containsExactly("before", "unsupported", "after");
        assertThat(world.conversation("a").items().get(1)).isInstanceOf(TimelineItem.Said.class);
        Figures.note("R13", "UnknownContentTest", "3 kinds of unknown content: each has a row in its place");
    }
}
