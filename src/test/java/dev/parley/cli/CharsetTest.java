package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetTest {
    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "en_US.ISO-8859-1", "de_DE.iso885915@euro", "ru_RU.KOI8-R", "C.ASCII"})
    void a_locale_with_another_charset_is_taken_at_its_word(String locale) {
        assertThat(Charset.isUtf8(Map.of("LC_ALL", locale))).isFalse();
        assertThat(Charset.isUtf8(Map.of("PARLEY_LOCALE", locale, "LC_ALL", "C.UTF-8")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C.UTF-8", "en_US.utf8", "de_DE.UTF-8@euro", "en_US", ""})
    void all_else_is_utf8(String locale) {
        assertThat(Charset.isUtf8(Map.of("LANG", locale))).isTrue();
    }

    @Test
    void nothing_set_is_utf8() {
        assertThat(Charset.isUtf8(Map.of())).isTrue();
    }

    @Test
    void the_first_variable_that_is_set_decides() {
        Map<String, String> environment = new HashMap<>(Map.of("LC_ALL", "", "LC_CTYPE", "C", "LANG", "C.UTF-8"));

        assertThat(Charset.isUtf8(environment)).isFalse();
    }
}
