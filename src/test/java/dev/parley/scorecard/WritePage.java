package dev.parley.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The last step of the profile {@code scorecard}, not a test of the usual build. */
class WritePage {
    static final Path PAGE = Path.of("src", "site", "scorecard.md");

    @Test
    void writes_the_page_and_every_line_of_this_run_passes() throws IOException {
        Chosen chosen = new Chosen(System.getProperty(Chosen.PROPERTY, "all"));
        Outcomes outcomes = Outcomes.last(Outcomes.FOLDER).orElseThrow();
        Page page = new Page(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .with(Line.all(), Showing.all(), outcomes, chosen::contains, LocalDate.now());
        Files.writeString(PAGE, page.text());

        assertThat(page.scores())
                .allSatisfy((line, score) -> assertThat(!chosen.contains(line) || score.matches("[23]"))
                        .as(line + " is at " + score)
                        .isTrue());
    }
}
