package dev.parley.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every promise has its test, and the page says nothing that the tests do not know. */
class ScorecardTest {
    private static final List<Showing> SHOWINGS = Showing.all();

    @Test
    void every_line_has_a_test_that_shows_it() {
        Set<String> shown = lines(showing -> !showing.withoutGuard());

        assertThat(Line.all()).extracting(Line::id).isSubsetOf(shown);
    }

    @Test
    void every_guarded_line_has_a_test_that_takes_the_guard_out() {
        Set<String> seenToFail = lines(Showing::withoutGuard);

        assertThat(Line.all().stream().filter(Line::isGuarded))
                .hasSize(12)
                .extracting(Line::id)
                .isSubsetOf(seenToFail);
    }

    @Test
    void no_test_shows_a_line_that_there_is_not() {
        assertThat(lines(showing -> true))
                .isSubsetOf(Line.all().stream().map(Line::id).toList());
    }

    @Test
    void the_page_has_every_line_and_names_no_test_that_there_is_not() throws IOException {
        Page page = new Page(Files.readString(WritePage.PAGE));

        assertThat(page.lines())
                .containsExactlyElementsOf(Line.all().stream().map(Line::id).toList());
        assertThat(page.tests()).isNotEmpty().isSubsetOf(Showing.tests());
    }

    private static Set<String> lines(Predicate<Showing> wanted) {
        return SHOWINGS.stream().filter(wanted).map(Showing::line).collect(Collectors.toSet());
    }
}
