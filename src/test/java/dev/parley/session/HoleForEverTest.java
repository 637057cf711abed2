package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Link;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.store.MemoryPorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** RELIABILITY.md M3: what the service skips is asked for once, and then the view goes on without it. */
class HoleForEverTest {
    private static final int HOLES = Dose.of(20, 1_000);

    @Test
    @Shows("R6")
    void a_hole_that_stays_is_asked_for_once_and_the_view_goes_on() {
        long questions = skipping(Guards.all());

        Figures.note(
                "R6",
                "HoleForEverTest",
                HOLES + " sequences were never given: " + questions
                        + " questions for them, none for the same one twice, and every other message was shown");
    }

    @Test
    @Shows(value = "R6", withoutGuard = true)
    void one_that_forgets_what_it_asked_for_asks_again() {
        Guards all = Guards.all();
        Guards forgetful = new Guards(all.recognition(), all.resume(), all.breakage(), (asked, hole) -> true);

        assertThatThrownBy(() -> skipping(forgetful)).isInstanceOf(AssertionError.class);
    }

    /** Every third turn is skipped, with losses of the connection among it; how many questions that brought. */
    private static long skipping(Guards guards) {
        World world = new World(new MemoryPorts(), guards);
        world.service.has("a");
        world.settled();
        List<String> rows = new ArrayList<>();
        Map<Long, Long> askedBefore = new HashMap<>();
        for (int turn = 0; turn < 3 * HOLES; turn++) {
            if (turn % 3 == 1) {
                long skipped = world.service.talks.get("a").events.size();
                world.service.neverGiven.add(skipped);
                askedBefore.put(skipped, asked(world).getOrDefault(skipped, 0L));
                rows.add("missing " + skipped + ".." + skipped + " known");
            } else {
                rows.add("said " + turn);
            }
            world.service.agentSays("a", "said " + turn);
            if (turn % 3 == 2) {
                world.advance(5_000);
            }
            if (turn % 30 == 5) {
                // A link that held for a minute is back at once.
                world.advance(61_000);
                world.service.close(1006, "");
                world.advance(5_000);
            }
        }
        world.advance(60_000);

        // A new socket may ask from where the next one will be skipped: that is no question for the hole.
        Map<Long, Long> askedFrom = asked(world);
        askedBefore.forEach((skipped, times) -> askedFrom.merge(skipped, -times, Long::sum));
        askedFrom.values().removeIf(times -> times == 0);
        assertThat(world.rows("a")).isEqualTo(rows);
        assertThat(world.link()).isEqualTo(Link.State.ONLINE);
        assertThat(askedFrom.values()).allMatch(times -> times == 1).hasSizeLessThanOrEqualTo(HOLES);
        return askedFrom.size();
    }

    /** How often it was asked from each sequence that is skipped. */
    private static Map<Long, Long> asked(World world) {
        return world.service.requests("ms.SubscribeMessagingEvents").stream()
                .map(request -> request.at("/body/fromSeq"))
                .map(JsonNode::asLong)
                .filter(world.service.neverGiven::contains)
                .collect(Collectors.toMap(from -> from, from -> 1L, Long::sum, HashMap::new));
    }
}
