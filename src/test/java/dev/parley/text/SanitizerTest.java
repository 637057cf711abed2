package dev.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SanitizerTest {
    private static final String MAN = "\ud83d\udc68";
    private static final String WOMAN = "\ud83d\udc69";

    @Test
    void a_line_break_in_a_field_is_our_own_sign_between_blanks() {
        SafeText safe = Sanitizer.NARROW.line("a\r\nb\n\u2028c");

        assertThat(safe).hasToString("a \u23ce b \u23ce  \u23ce c");
        assertThat(safe.clusters().get(2).mark()).isTrue();
        assertThat(safe.clusters().get(1)).isEqualTo(Cluster.BLANK);
    }

    @Test
    void a_body_has_a_line_more_than_breaks() {
        assertThat(block("")).containsExactly("");
        assertThat(block("\n")).containsExactly("", "");
        assertThat(block("a\r\nb\rc\n\rd\u0085e\u2028f\u2029g")).containsExactly("a", "b", "c", "", "d", "e", "f", "g");
    }

    @Test
    void what_is_spelt_out_is_marked_and_what_looks_the_same_is_not() {
        List<Cluster> clusters = Sanitizer.NARROW.line("^[\u001b").clusters();

        assertThat(clusters).extracting(Cluster::text).containsExactly("^", "[", "^", "[");
        assertThat(clusters).extracting(Cluster::mark).containsExactly(false, false, true, true);
    }

    @Test
    void a_mark_never_stands_on_our_own_sign() {
        assertThat(line("\u001b\u0301x")).isEqualTo("^[\u25cc\u0301x");
        assertThat(line("\u202e\u0338")).isEqualTo("<U+202E>\u25cc\u0338");
        assertThat(line("\ud800\u0301")).isEqualTo("\ufffd\u25cc\u0301");
        assertThat(line("a\n\u0301")).isEqualTo("a \u23ce \u25cc\u0301");
    }

    @Test
    void what_was_left_out_no_longer_keeps_a_letter_and_its_accent_apart() {
        assertThat(line("e\u034f\u0301")).isEqualTo("\u00e9");
        assertThat(line("e\u200d\u0301")).isEqualTo("\u00e9");
        assertThat(line("\u1100\u200b\u1161")).isEqualTo("\uac00");
    }

    @Test
    void joiners_stay_between_emoji_and_go_elsewhere() {
        assertThat(line(MAN + "\u200d" + WOMAN)).isEqualTo(MAN + "\u200d" + WOMAN);
        assertThat(line(MAN + "\ud83c\udffd\u200d\u2764\ufe0f\u200d" + MAN))
                .isEqualTo(MAN + "\ud83c\udffd\u200d\u2764\ufe0f\u200d" + MAN);
        assertThat(line(MAN + "\u200d")).isEqualTo(MAN);
        assertThat(line(MAN + "\u200d\u200d" + MAN)).isEqualTo(MAN + "\u200d" + MAN);
        assertThat(line(MAN + "\u200c" + MAN)).isEqualTo(MAN + MAN);
        assertThat(line("a\u200d" + MAN)).isEqualTo("a" + MAN);
        assertThat(line(MAN + "\u200d\u001b")).isEqualTo(MAN + "^[");
        assertThat(line(MAN + "\u200d\u2194\u0338")).isEqualTo(MAN + "\u21ae");
    }

    @Test
    void joiners_stay_between_letters_of_scripts_that_need_them() {
        String persian = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645";
        String halfForm = "\u0915\u094d\u200d\u0937";

        assertThat(line(persian)).isEqualTo(persian);
        assertThat(line(halfForm)).isEqualTo(halfForm);
        assertThat(line("\u06cc\u200c\u200d\u062e")).isEqualTo("\u06cc\u200c\u062e");
        assertThat(line("\u06cc\u200cx")).isEqualTo("\u06ccx");
        assertThat(line("\u06cc\u200c")).isEqualTo("\u06cc");
        assertThat(line("p\u200cq")).isEqualTo("pq");
    }

    @Test
    void an_emoji_selector_stays_once_and_where_it_selects() {
        assertThat(line("\u2764\ufe0f\ufe0f")).isEqualTo("\u2764\ufe0f");
        assertThat(line("1\ufe0f\u20e3")).isEqualTo("1\ufe0f\u20e3");
        assertThat(line("1\ufe0f2")).isEqualTo("12");
        assertThat(line("1\ufe0f\u0301")).isEqualTo("1\u0301");
        assertThat(line("a\ufe0f")).isEqualTo("a");
    }

    @Test
    void an_endless_emoji_is_cut_at_32_code_points_and_all_of_it_is_shown() {
        List<Cluster> clusters =
                Sanitizer.NARROW.line((MAN + "\u200d").repeat(1_000) + MAN).clusters();

        assertThat(clusters).hasSizeGreaterThan(1).allMatch(cluster -> codePoints(cluster.text()) <= 32);
        assertThat(clusters.stream()
                        .flatMapToInt(cluster -> cluster.text().codePoints())
                        .filter(c -> c == 0x1F468))
                .hasSize(1_001);
    }

    @Test
    void spacing_marks_in_cells_of_their_own_are_no_flood() {
        String burmese = "\u1019" + "\u102c".repeat(100);

        assertThat(line(burmese)).isEqualTo(burmese);
        assertThat(line("q\u0344" + "\u102c".repeat(40))).isEqualTo("q\u0308\u0301" + "\u102c".repeat(40));
    }

    @Test
    void hidden_counts_what_nobody_sees() {
        assertThat(Sanitizer.NARROW.hidden("plain")).isZero();
        assertThat(Sanitizer.NARROW.hidden("\u200b\u2060\ufeff\n\udb40\udc61")).isEqualTo(4);
        assertThat(Sanitizer.NARROW.hidden("a\u200d" + MAN + "\u200d" + MAN + "1\ufe0f"))
                .isEqualTo(2);
        assertThat(Sanitizer.NARROW.hidden("\u001b\u202e")).isZero();
    }

    @Test
    void every_code_point_alone_is_safe_and_stays_the_same_the_second_time() {
        IntStream planesInUse = IntStream.concat(IntStream.range(0, 0x40000), IntStream.range(0xE0000, 0xE2000));
        for (int codePoint : planesInUse.toArray()) {
            SafeText once = Sanitizer.NARROW.line("a" + Character.toString(codePoint));

            boolean safe = once.clusters().stream().allMatch(cluster -> CellWall.isSafe(cluster.text()));
            if (!safe || !line(once.toString()).equals(once.toString())) {
                assertThat(once.toString()).as("U+%04X", codePoint).isEqualTo("safe and stable");
            }
        }
    }

    @Test
    void random_text_made_safe_twice_is_made_safe_once() {
        RandomText.forMany(5_000, random -> {
            String raw = random.text(30);

            String once = line(raw);
            List<String> lines = block(raw);

            assertThat(line(once)).isEqualTo(once);
            assertThat(block(String.join("\n", lines))).isEqualTo(lines);
        });
    }

    @Test
    void random_text_becomes_cells_that_keep_every_promise() {
        Normalizer2 nfc = Normalizer2.getNFCInstance();
        RandomText.forMany(5_000, random -> {
            SafeText safe = Sanitizer.NARROW.line(random.text(30));

            for (Cluster cluster : safe.clusters()) {
                String text = cluster.text();
                if (!CellWall.isSafe(text) || codePoints(text) > 32 || mostMarksOnABase(text) > 4) {
                    assertThat(spelt(text)).isEqualTo("safe, short and with at most four marks");
                }
            }
            String old = safe.toString()
                    .codePoints()
                    .filter(c -> (UnicodeTable.of(c) & UnicodeTable.RECENT) == 0)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            if (old.length() == safe.toString().length()) {
                assertThat(nfc.isNormalized(old)).isTrue();
            }
        });
    }

    @Test
    void a_flood_is_one_pass() {
        String flood = "\u0301\u0323".repeat(500_000);

        assertThat(Sanitizer.NARROW.block(flood).get(0).clusters()).hasSize(1);
        assertThat(Sanitizer.NARROW.block("\n".repeat(100_000)))
                .hasSize(100_001)
                .allMatch(SafeText::isEmpty);
        assertThat(Sanitizer.NARROW.line("\u0416".repeat(1_000_000)).clusters()).hasSize(1_000_000);
        assertThat(Sanitizer.NARROW.line("\u06cc\u200c".repeat(300_000)).clusters())
                .hasSize(300_000);
        assertThat(Sanitizer.NARROW.line("\u1100".repeat(300_000)).clusters()).hasSize(300_000);
        assertThat(Sanitizer.NARROW.line("\u0915\u094d".repeat(300_000)).clusters())
                .hasSize(300_000);
        assertThat(Sanitizer.NARROW.line("\ud83c\udde6".repeat(300_001)).clusters())
                .hasSize(150_001);
    }

    private static int mostMarksOnABase(String text) {
        int most = 0;
        int marks = 0;
        for (int codePoint : text.codePoints().toArray()) {
            boolean mark = UnicodeTable.isMark(UnicodeTable.of(codePoint)) && codePoint != Signs.EMOJI_SELECTOR;
            boolean joiner = codePoint == Signs.ZWJ || codePoint == Signs.ZWNJ;
            marks = mark ? marks + 1 : joiner ? marks : 0;
            most = Math.max(most, marks);
        }
        return most;
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String line(String raw) {
        return Sanitizer.NARROW.line(raw).toString();
    }

    private static List<String> block(String raw) {
        return Sanitizer.NARROW.block(raw).stream().map(SafeText::toString).toList();
    }

    private static String spelt(String text) {
        return text.codePoints().mapToObj(c -> String.format("U+%04X", c)).collect(Collectors.joining(" "));
    }
}
