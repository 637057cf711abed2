package dev.parley.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ui.theme.Slot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardColourTest {
    @ParameterizedTest
    @CsvSource({
        "red, CARD_RED", "#F00, CARD_RED", "#c00000, CARD_RED", "Crimson, CARD_RED", "gold, CARD_YELLOW",
        "#00ff00, CARD_GREEN", "teal, CARD_CYAN", "#1040ff, CARD_BLUE", "purple, CARD_MAGENTA", "#ff0033, CARD_RED"
    })
    void a_colour_is_the_nearest_hue(String css, Slot slot) {
        assertThat(CardColour.slot(css)).contains(slot);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "black", "#fff", "#808080", "gray", "#12345", "#gggggg", "rgb(1,2,3)", "\u001b[31m"})
    void what_has_no_hue_is_the_turns_own(String css) {
        assertThat(CardColour.slot(css)).isEmpty();
    }
}
