package dev.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpus of RELIABILITY.md 3.6, as far as it is text. */
class AttackStringsTest {
    record Attack(String name, boolean singleLine, String text, String shown) {
        String show(Sanitizer sanitizer, String raw) {
            return singleLine
                    ? sanitizer.line(raw).toString()
                    : sanitizer.block(raw).stream().map(SafeText::toString).collect(Collectors.joining("\n"));
        }

        List<SafeText> lines() {
            return singleLine ? List.of(Sanitizer.NARROW.line(text)) : Sanitizer.NARROW.block(text);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Attack> all() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(AttackStringsTest.class.getResourceAsStream("attack-strings.json"))) {
            return StreamSupport.stream(new ObjectMapper().readTree(in).spliterator(), false)
                    .filter(entry -> !entry.has("bytes_hex") && !entry.has("as_frame"))
                    .map(AttackStringsTest::attack)
                    .toList();
        }
    }

    static Stream<Attack> golden() throws IOException {
        return all().stream().filter(attack -> !attack.shown().equals("(none)"));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void is_shown_exactly_as_the_policy_says(Attack attack) {
        assertThat(attack.show(Sanitizer.NARROW, attack.text())).isEqualTo(attack.shown());
        assertThat(attack.show(Sanitizer.WIDE, attack.text())).isEqualTo(attack.shown());
    }

    @ParameterizedTest
    @MethodSource("all")
    void made_safe_twice_is_made_safe_once(Attack attack) {
        String once = attack.show(Sanitizer.NARROW, attack.text());

        assertThat(attack.show(Sanitizer.NARROW, once).equals(once)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void passes_the_second_wall(Attack attack) {
        assertThat(attack.lines().stream().flatMap(line -> line.clusters().stream()))
                .allMatch(cluster -> CellWall.isSafe(cluster.text()));
    }

    private static Attack attack(JsonNode entry) {
        return new Attack(
                entry.get("name").textValue(),
                entry.path("field").asText().equals("single-line"),
                entry.get("text").textValue().repeat(entry.path("repeat").asInt(1)),
                entry.path("shown").isTextual() ? entry.get("shown").textValue() : "(none)");
    }
}
