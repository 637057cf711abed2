package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every attack, in every field of a page: what leaves for the terminal, and what a terminal makes of it. */
class TwoWallsTest {
    private static final Function<String, List<SafeText>> SANITIZER = Sanitizer.NARROW::block;
    /** As a first wall with a hole in it would: every character as it came. */
    private static final Function<String, List<SafeText>> RAW = text -> List.of(SafeTexts.byHand(text));

    private static final Wall OPEN = cluster -> true;

    @Test
    @Shows("S2")
    void an_attack_in_any_field_touches_nothing_but_its_own_cells() {
        firstWallHolds(SANITIZER);

        Figures.note(
                "S2",
                "TwoWallsTest",
                Attack.all().size() + " attacks in " + AttackedPage.FIELDS
                        + " fields: 0 forbidden characters in the bytes; frame, title, cursor and modes as they were");
    }

    @Test
    @Shows(value = "S2", withoutGuard = true)
    void without_the_sanitiser_attacks_get_as_far_as_the_second_wall() {
        assertThatThrownBy(() -> firstWallHolds(RAW)).isInstanceOf(AssertionError.class);
    }

    @Test
    @Shows("S3")
    void with_the_first_wall_off_the_second_lets_nothing_through() {
        int replaced = secondWallHolds(Wall.CELLS);

        assertThat(replaced).isGreaterThan(100);
        Figures.note(
                "S3",
                "TwoWallsTest",
                Attack.all().size() + " attacks drawn as they came: 0 exceptions, 0 forbidden characters, " + replaced
                        + " clusters replaced");
    }

    @Test
    @Shows(value = "S3", withoutGuard = true)
    void without_either_wall_attacks_reach_the_terminal() {
        assertThatThrownBy(() -> secondWallHolds(OPEN)).isInstanceOf(AssertionError.class);
    }

    private static void firstWallHolds(Function<String, List<SafeText>> firstWall) {
        AttackedPage page = new AttackedPage(firstWall, Wall.CELLS);
        assertThat(faults(page)).isEmpty();
        assertThat(page.wallHits()).as("what only the second wall stopped").isZero();
    }

    private static int secondWallHolds(Wall wall) {
        AttackedPage page = new AttackedPage(RAW, wall);
        assertThat(faults(page)).isEmpty();
        return page.wallHits();
    }

    private static List<String> faults(AttackedPage page) {
        List<String> faults = new ArrayList<>();
        for (Attack attack : Attack.all()) {
            page.faults(attack.text()).forEach(fault -> faults.add(attack.name() + ": " + fault));
        }
        return faults;
    }
}
