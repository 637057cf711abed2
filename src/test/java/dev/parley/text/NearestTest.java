package dev.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("turn.agent", "turn.you", "list.item", "x");

    @Test
    void a_slip_of_the_finger_finds_what_was_meant() {
        assertThat(Nearest.of("turn.agnet", KNOWN)).contains("turn.agent");
        assertThat(Nearest.of("trun.you", KNOWN)).contains("turn.you");
        assertThat(Nearest.of("listitem", KNOWN)).contains("list.item");
    }

    @Test
    void something_else_altogether_finds_nothing() {
        assertThat(Nearest.of("background", KNOWN)).isEmpty();
        assertThat(Nearest.of("q", KNOWN)).isEmpty();
        assertThat(Nearest.of("", KNOWN)).isEmpty();
        assertThat(Nearest.of("t".repeat(100_000), KNOWN)).isEmpty();
    }

    @Test
    void a_swap_counts_once() {
        assertThat(Nearest.distance("agnet", "agent")).isEqualTo(1);
        assertThat(Nearest.distance("agent", "agent")).isZero();
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    }
}
