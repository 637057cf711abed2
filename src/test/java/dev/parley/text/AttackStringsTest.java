package dev.parley.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpus of RELIABILITY.md 3.6, as far as it is text. */
@Shows("S1")
class AttackStringsTest {
    /** The first wall, handed in: what becomes of a raw string. */
    private interface Wall {
        Wall NONE = (raw, singleLine) -> raw;

        String show(String raw, boolean singleLine);

        static Wall of(Sanitizer sanitizer) {
            return (raw, singleLine) -> singleLine
                    ? sanitizer.line(raw).toString()
                    : sanitizer.block(raw).stream().map(SafeText::toString).collect(Collectors.joining("\n"));
        }
    }

    record Attack(String name, boolean singleLine, String text, String shown) {
        void check(Wall wall) {
            String once = wall.show(text, singleLine);
            if (isGolden()) {
                assertThat(once).as(name).isEqualTo(shown);
            }
            // Not isEqualTo, whose message would hold a megabyte.
            assertThat(wall.show(once, singleLine).equals(once))
                    .as(name + " again")
                    .isTrue();
        }

        boolean isGolden() {
            return !shown.equals(NONE);
        }

        List<SafeText> lines() {
            return singleLine ? List.of(Sanitizer.NARROW.line(text)) : Sanitizer.NARROW.block(text);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** In place of an exact result. */
    private static final String NONE = "(none)";

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
        return all().stream().filter(Attack::isGolden);
    }

    @ParameterizedTest
    @MethodSource("all")
    void is_shown_exactly_as_the_policy_says_and_made_safe_twice_is_made_safe_once(Attack attack) {
        attack.check(Wall.of(Sanitizer.NARROW));
        attack.check(Wall.of(Sanitizer.WIDE));
    }

    @Test
    void all_of_them_were_tried() throws IOException {
        assertThat(golden()).hasSizeGreaterThan(70);
        Figures.note(
                "S1",
                "AttackStringsTest",
                all().size() + " attack strings, " + golden().count()
                        + " of them with an exact result, none shown otherwise, none changed by a second pass");
    }

    @Test
    @Shows(value = "S1", withoutGuard = true)
    void without_the_sanitiser_most_are_not_shown_as_the_policy_says() throws IOException {
        long failed =
                golden().filter(attack -> fails(() -> attack.check(Wall.NONE))).count();

        assertThat(failed).isGreaterThan(golden().count() / 2);
        Attack escape = golden().filter(attack -> attack.text().contains("\033"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> escape.check(Wall.NONE)).isInstanceOf(AssertionError.class);
    }

    private static boolean fails(Runnable check) {
        try {
            check.run();
            return false;
        } catch (AssertionError failed) {
            return true;
        }
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
                entry.path("shown").isTextual() ? entry.get("shown").textValue() : NONE);
    }
}
