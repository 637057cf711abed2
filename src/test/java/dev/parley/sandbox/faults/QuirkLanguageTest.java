package dev.parley.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of quirks and how they are written. */
class QuirkLanguageTest {
    @ParameterizedTest
    @EnumSource(Quirk.class)
    void every_quirk_is_set_by_its_name_and_each_of_its_values(Quirk quirk) throws FaultRefused {
        Quirks quirks = new Quirks();
        assertThat(quirks.of(quirk)).isEqualTo(quirk.usual());
        for (String value : quirk.samples()) {
            quirks.set(Quirks.read(quirk.word() + "=" + value));

            assertThat(quirks.of(quirk)).isEqualTo(value);
            assertThat(quirks.areUsual()).isEqualTo(value.equals(quirk.usual()));
        }
        quirks.clear();
        assertThat(quirks.areUsual()).isTrue();
    }

    @Test
    void a_name_alone_means_the_first_value_that_is_not_usual() throws FaultRefused {
        assertThat(Quirks.read("survey\n\n# a remark\norder"))
                .containsOnly(Map.entry(Quirk.SURVEY, "off"), Map.entry(Quirk.ORDER, "news-first"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dance=on",
                "survey=maybe",
                "survey=",
                "rate",
                "rate=-1",
                "rate=100001",
                "rate=999999999999",
                "=",
                "Survey=on"
            })
    void what_cannot_be_read_is_refused(String written) {
        assertThatThrownBy(() -> Quirks.read("order\n" + written)).isInstanceOf(FaultRefused.class);
    }

    @Test
    void a_refusal_names_the_choices_and_shows_nothing_that_acts_on_a_terminal() {
        assertThatThrownBy(() -> Quirks.read("survey=\u001b[2J"))
                .isInstanceOf(FaultRefused.class)
                .hasMessage("survey is on|off, not \"?[2J\"");
        assertThatThrownBy(() -> Quirks.read("rate")).hasMessage("rate takes a number, 0..100000");
        assertThatThrownBy(() -> Quirks.read("dance=on")).hasMessage("there is no quirk \"dance\"");
    }

    @Test
    void the_table_says_each_one_in_lines_that_fit() {
        assertThat(Quirks.help()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
        for (Quirk quirk : Quirk.values()) {
            assertThat(Quirks.help()).contains("  " + quirk.word() + "=" + quirk.choices(), "      " + quirk.meaning());
        }
    }
}
