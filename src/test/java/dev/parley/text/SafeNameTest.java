package dev.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.scorecard.Shows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SafeNameTest {
    static Stream<Arguments> golden() throws IOException {
        try (InputStream in = Objects.requireNonNull(SafeNameTest.class.getResourceAsStream("attack-strings.json"))) {
            return StreamSupport.stream(new ObjectMapper().readTree(in).spliterator(), false)
                    .filter(entry -> entry.has("saved_as"))
                    .map(SafeNameTest::arguments);
        }
    }

    private static Arguments arguments(JsonNode entry) {
        return Arguments.of(
                entry.get("name").textValue(),
                entry.get("text").textValue(),
                entry.get("saved_as").textValue());
    }

    @Shows("S10")
    @ParameterizedTest(name = "{0}")
    @MethodSource("golden")
    void a_hostile_name_is_saved_as_the_corpus_says(String name, String text, String savedAs) {
        assertThat(SafeName.of(text)).isEqualTo(savedAs);
    }

    @Shows("S10")
    @ParameterizedTest(name = "{0}")
    @MethodSource("golden")
    void a_hostile_caption_is_no_more_than_a_name(String name, String text, String savedAs) {
        String saved = SafeName.of(text, "/v1/1.PNG", "PNG");

        assertThat(SafeName.of(saved)).isEqualTo(saved);
        assertThat(saved).endsWith(".png").startsWith(savedAs.substring(0, Math.min(savedAs.length(), 5)));
    }

    @ParameterizedTest
    @CsvSource({
        "A disc, /v1/a.PNG, PNG, A disc.png",
        "disc.png, /v1/a.PNG, PNG, disc.png",
        "photo.jpg, /v1/a.JPEG, JPEG, photo.jpg",
        "bill.exe, /v1/a.PNG, PNG, bill.exe.png",
        "'', /v1/b-17.PNG, PNG, b-17.PNG",
        "A disc, /v1/a, ../../x, A disc",
        "A disc, /v1/a, '', A disc"
    })
    void a_file_is_called_by_its_caption_and_type(String caption, String path, String type, String name) {
        assertThat(SafeName.of(caption, path, type)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "photo.jpg | photo.jpg",
                ".. | file",
                "/ | file",
                "a/ | file",
                ".bashrc | _.bashrc",
                "NUL | _NUL",
                "con.txt | _con.txt",
                "com1.tar.gz | _com1.tar.gz",
                "console.txt | console.txt",
                "a.txt... | a.txt",
                "a:b?.txt | a_b_.txt",
                "~root | _~root"
            })
    void what_means_something_to_a_system_does_so_no_more(String raw, String expected) {
        assertThat(SafeName.of(raw)).isEqualTo(expected);
    }

    @Test
    void a_number_stands_before_the_extension_and_still_fits() {
        assertThat(SafeName.numbered("photo.jpg", 1)).isEqualTo("photo (1).jpg");
        assertThat(SafeName.numbered("README", 12)).isEqualTo("README (12)");
        assertThat(SafeName.numbered("\u00e4".repeat(200) + ".pdf", 1).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(SafeName.LONGEST_BYTES);
    }

    @Test
    void of_anything_at_all_comes_one_visible_path_element() {
        long seed = 20261122;
        SplittableRandom random = new SplittableRandom(seed);
        for (int turn = 0; turn < 5_000; turn++) {
            StringBuilder raw = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                int[] from = {
                    random.nextInt(0x110000),
                    random.nextInt(0x80),
                    random.nextInt(0x300),
                    "./\\-~ ".charAt(random.nextInt(6))
                };
                raw.appendCodePoint(from[random.nextInt(4)]);
            }

            String name = SafeName.of(raw.toString());

            assertThat(name).as("seed %d, turn %d", seed, turn).isNotEmpty().doesNotContain("/", "\\", "\0", "\n");
            assertThat(name.charAt(0)).isNotIn('.', '-', ' ');
            assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
            assertThat(SafeName.of(name)).isEqualTo(name);
        }
    }
}
