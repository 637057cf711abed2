package dev.parley.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.terminal.Key;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionLettersTest {
    @Test
    void a_letter_that_option_types_names_the_key_that_was_meant() {
        Map.of("å", "a", "∑", "w", "¡", "1", "ø", "o", "º", "0", "÷", "/", "Ω", "z", "√", "v")
                .forEach((typed, meant) ->
                        assertThat(OptionLetters.meant(Key.text(typed))).contains(Key.alt(meant)));
    }

    @Test
    void other_keys_mean_themselves() {
        assertThat(OptionLetters.meant(Key.text("a"))).isEmpty();
        assertThat(OptionLetters.meant(Key.alt("å"))).isEmpty();
        assertThat(OptionLetters.meant(Key.of(Key.Code.ENTER))).isEmpty();
    }

    @Test
    void the_remark_names_the_way_around() {
        assertThat(OptionLetters.remark(Key.alt("a")))
                .isEqualTo("Your terminal sends Option as letters: use Ctrl-X a, or turn on Option-as-Meta");
    }
}
