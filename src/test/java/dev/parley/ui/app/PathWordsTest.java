package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.png|a.png|``|false",
                "a.png |a.png|``|true",
                "a.png two words|a.png|two words|true",
                "a\\ b.png caption|a b.png|caption|true",
                "\"a b.png\" caption|a b.png|caption|true",
                "'a b.png'|a b.png|``|true",
                "\"a b|a b|``|false",
                "a\\|a\\|``|false"
            })
    void a_path_ends_at_a_blank_that_nothing_protects(String words, String path, String rest, boolean whole) {
        // The list above cannot hold a blank at an end.
        String given = whole && rest.isEmpty() && !words.startsWith("'") ? words + " " : words;

        assertThat(PathWords.of(given)).isEqualTo(new PathWords(path, rest, whole));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a b.png", "\"a\".png", "'a b'", "a\\b c", " a ", "~/My Pictures/x y.png"})
    void what_is_written_escaped_is_read_as_it_was(String path) {
        assertThat(PathWords.of(PathWords.escaped(path)).path()).isEqualTo(path);
    }

    @Test
    void nothing_is_nothing() {
        assertThat(PathWords.of("")).isEqualTo(new PathWords("", "", false));
    }
}
