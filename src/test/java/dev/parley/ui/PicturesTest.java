package dev.parley.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.terminal.CellGrid;
import org.junit.jupiter.api.Test;

class PicturesTest {
    @Test
    void the_readmes_picture_is_the_real_screen() {
        CellGrid screen = Pictures.screen();

        assertThat(screen.line(0)).startsWith(" parley  SANDBOX  open 2 · waiting 1 · overdue 1");
        assertThat(screen.line(1)).startsWith("Conversations");
        assertThat(screen.line(24)).isEqualTo(" > thanks! could you also");
    }

    @Test
    void the_same_code_draws_the_same_picture() {
        assertThat(Pictures.readme())
                .isEqualTo(Pictures.readme())
                .startsWith("<svg")
                .contains("SANDBOX");
    }
}
