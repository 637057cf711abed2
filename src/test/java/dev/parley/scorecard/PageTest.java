package dev.parley.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    private static final List<Line> LINES = List.of(
            new Line("R1", "Outbox before wire", "none is missing"),
            new Line("R2", "Sent once", "none is doubled"),
            new Line("S9", "Sandbox", "loopback only"));
    private static final List<Showing> SHOWINGS = List.of(
            new Showing("R1", "pty.KillTest#nothing_is_lost", false),
            new Showing("R1", "pty.KillTest#is_needed", true),
            new Showing("R2", "pty.KillTest#nothing_is_doubled", false));
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 11, 2);

    @TempDir
    Path folder;

    @Test
    void a_line_that_fails_without_its_guard_too_is_worth_more_than_one_that_passes() throws IOException {
        Outcomes outcomes = Outcomes.begin(folder);
        outcomes.add("pty.KillTest#nothing_is_lost", Outcomes.PASSED);
        outcomes.add("pty.KillTest#is_needed", Outcomes.PASSED);
        outcomes.add("pty.KillTest#nothing_is_doubled", Outcomes.PASSED);

        Page page = new Page("").with(LINES, SHOWINGS, outcomes, line -> true, FIRST);

        assertThat(page.scores())
                .containsEntry("R1", "3")
                .containsEntry("R2", "2")
                .containsEntry("S9", "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {Outcomes.FAILED, Outcomes.NOT_RUN})
    void what_failed_or_could_not_run_for_one_parameter_has_not_passed(String once) {
        Outcomes outcomes = Outcomes.begin(folder);
        outcomes.add("pty.KillTest#nothing_is_doubled", Outcomes.PASSED);
        outcomes.add("pty.KillTest#nothing_is_doubled", once);
        outcomes.add("pty.KillTest#nothing_is_doubled", Outcomes.PASSED);

        Page page = new Page("").with(LINES, SHOWINGS, outcomes, line -> true, FIRST);

        assertThat(page.scores()).containsEntry("R2", "1");
    }

    @Test
    void a_test_that_never_came_to_its_end_has_not_passed() {
        Outcomes outcomes = Outcomes.begin(folder);
        outcomes.add("pty.KillTest#nothing_is_lost", Outcomes.NOT_RUN);

        Page page = new Page("").with(LINES, SHOWINGS, outcomes, line -> true, FIRST);

        assertThat(page.scores()).containsEntry("R1", "1").containsEntry("R2", "1");
    }

    @Test
    void what_a_run_was_not_about_stays_with_its_day() throws IOException {
        Outcomes first = Outcomes.begin(folder);
        Files.writeString(folder.resolve("R1.KillTest.full"), "500 turns | 0 lost\n");
        first.add("pty.KillTest#nothing_is_doubled", Outcomes.PASSED);
        String before =
                new Page("").with(LINES, SHOWINGS, first, line -> true, FIRST).text();
        Outcomes second = Outcomes.begin(folder);
        Files.writeString(folder.resolve("R2.KillTest.full"), "500 turns, 0 doubled\n");
        Files.writeString(folder.resolve("R2.KillTest.small"), "3 turns, 0 doubled\n");
        second.add("pty.KillTest#nothing_is_doubled", Outcomes.PASSED);

        String after = new Page(before)
                .with(LINES, SHOWINGS, second, "R2"::equals, SECOND)
                .text();

        assertThat(after)
                .contains("| 1 | 2026-11-01 | KillTest: 500 turns \\| 0 lost | `pty.KillTest#nothing_is_lost`")
                .contains("| 2 | 2026-11-02 | KillTest: 500 turns, 0 doubled | `pty.KillTest#nothing_is_doubled` |")
                .doesNotContain("3 turns")
                .contains("Of 3 lines: 1 at 0, 1 at 1, 1 at 2.");
    }

    @Test
    void a_figure_of_the_run_before_is_not_one_of_this_run() throws IOException {
        Outcomes.begin(folder);
        Files.writeString(folder.resolve("R1.KillTest.full"), "500 turns, 0 lost\n");

        Outcomes again = Outcomes.begin(folder);

        assertThat(again.figures("R1")).isEmpty();
    }

    @Test
    void the_page_knows_what_it_names() {
        Page page = new Page("").with(LINES, SHOWINGS, Outcomes.begin(folder), line -> true, FIRST);

        Page read = new Page(page.text());

        assertThat(read.text()).isEqualTo(page.text());
        assertThat(read.lines()).containsExactly("R1", "R2", "S9");
        assertThat(read.tests())
                .containsExactly(
                        "pty.KillTest#is_needed", "pty.KillTest#nothing_is_doubled", "pty.KillTest#nothing_is_lost");
    }
}
