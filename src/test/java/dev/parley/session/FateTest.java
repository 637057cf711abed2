package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Timeline;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.session.Fate.Act;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Chains of things that happen, against a plain model: what the service has taken in, in order. */
class FateTest {
    private static final int LONGEST = 60;

    /** Goes on from the last event seen, whatever is missing before it. */
    private static final Guards HASTY = new Guards(
            Guards.all().recognition(),
            timeline -> timeline.map(Timeline::highest).orElse(-1L) + 1,
            Guards.all().breakage(),
            Guards.all().holes());

    private static void viewIsModel(int chains, Guards guards) {
        int acts = 0;
        for (long seed = 0; seed < chains; seed++) {
            List<Act> chain = Fate.chain(seed, LONGEST);
            acts += chain.size();
            Optional<String> wrong = Fate.wrong(chain, guards);
            if (wrong.isPresent()) {
                List<Act> shortest = Fate.shortest(chain, guards);
                throw new AssertionError("seed " + seed + ", made shorter: "
                        + Fate.wrong(shortest, guards).orElse("(not)"));
            }
        }
        Figures.note("R3", "FateTest", chains + " chains of up to " + LONGEST + ", " + acts + " actions: view = model");
    }

    @Test
    @Shows("R3")
    void whatever_happens_the_view_is_what_the_service_has_each_once_and_in_order() {
        viewIsModel(Dose.of(100, 2_000), Guards.all());
    }

    @Test
    @Shows(value = "R3", withoutGuard = true)
    void going_on_from_the_last_event_seen_leaves_gaps() {
        assertThatThrownBy(() -> viewIsModel(2_000, HASTY)).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_failing_chain_is_made_shorter() {
        long seed = 0;
        while (Fate.wrong(Fate.chain(seed, LONGEST), HASTY).isEmpty()) {
            seed++;
        }

        List<Act> shortest = Fate.shortest(Fate.chain(seed, LONGEST), HASTY);

        assertThat(shortest).hasSizeLessThan(Fate.chain(seed, LONGEST).size());
        assertThat(Fate.wrong(shortest, HASTY)).isPresent();
        assertThat(Fate.wrong(shortest, Guards.all())).isEmpty();
    }
}
