package dev.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.text.Link.Mark;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    /** What each link of the corpus becomes: its targets, or why there is none. */
    private static final Map<String, List<String>> GOLDEN = Map.ofEntries(
            Map.entry("link-punycode", List.of("https://xn--80ak6aa92e.com/login")),
            Map.entry("link-mixed-script", List.of("https://xn--bnk-6cd.example/")),
            Map.entry("link-userinfo", List.of("! it has a name before the host, which hides where it leads")),
            Map.entry("link-file-and-ssh", List.of()),
            Map.entry("link-option-injection", List.of("https://h.example/")),
            Map.entry("link-shell-meta", List.of("https://h.example/$(touch$%7BIFS%7D/tmp/p)%60id%60;&%7C")),
            Map.entry("link-slash-lookalike", List.of("https://bank.xn--examplelogin-ni5g.evil.example/")),
            Map.entry("link-with-control", List.of("! it has control or reordering characters")),
            Map.entry("structured-content-url-title", List.of("https://bank.example/", "https://evil.example/")),
            Map.entry("osc8-hidden-target", List.of("! it has control or reordering characters")),
            Map.entry("osc8-file-scheme", List.of()));

    private static Map<String, String> corpus() throws IOException {
        try (InputStream in = Objects.requireNonNull(LinksTest.class.getResourceAsStream("attack-strings.json"))) {
            Map<String, String> texts = new java.util.TreeMap<>();
            for (JsonNode entry : new ObjectMapper().readTree(in)) {
                if (GOLDEN.containsKey(entry.get("name").textValue())) {
                    texts.put(entry.get("name").textValue(), entry.get("text").textValue());
                }
            }
            return texts;
        }
    }

    @Shows("S11")
    @Test
    void each_link_of_the_corpus_leads_where_it_says_or_is_refused() throws IOException {
        Map<String, List<String>> found = corpus().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> targets(entry.getValue())));

        assertThat(found).containsExactlyInAnyOrderEntriesOf(GOLDEN);
        Figures.note(
                "S11", "LinksTest", found.size() + " link entries of the corpus: target, host or refusal as golden.");
    }

    @Shows("S11")
    @Test
    void the_host_that_is_set_off_is_the_one_that_is_opened() {
        assertThat(only("https://b\u0430nk.example/").marks())
                .containsExactlyInAnyOrder(Mark.OTHER_LETTERS, Mark.MIXED_LETTERS);
        assertThat(only("https://xn--80ak6aa92e.com/login").marks()).containsExactly(Mark.OTHER_LETTERS);
        assertThat(only("https://bank.example\u2215login.evil.example/").marks())
                .contains(Mark.LOOK_ALIKE, Mark.OTHER_LETTERS);
        assertThat(only("http://h.example:8080").marks()).containsExactlyInAnyOrder(Mark.CLEAR_TEXT, Mark.PORT);
        assertThat(only("http://h.example:8080").target()).isEqualTo("http://h.example:8080/");
        assertThat(only("HTTPS://H.Example/A").target()).isEqualTo("https://h.example/A");
        assertThat(only("https://127.0.0.1/").marks()).containsExactly(Mark.ADDRESS);
        assertThat(only("https://\u65e5\u672c\u8a9e\u30c6\u30b9\u30c8.example/").marks())
                .containsExactly(Mark.OTHER_LETTERS);
        assertThat(only("mailto:jo@example.com").host()).isEqualTo("jo@example.com");
        assertThat(only("tel:+49-30-901820").target()).isEqualTo("tel:+49-30-901820");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user@h.example/",
                "https://user:pass@h.example/",
                "https:///path",
                "https://:80/",
                "https://h.example\\@evil.example/",
                "https://h.example/a\\b",
                "https://[::1]/",
                "https://h.example:99999/",
                "https://h.example:x/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://127.1/",
                "https://0177.0.0.1/",
                "https://1.2.3.4.5/",
                "https://stra\u00dfe.example/",
                "https://bank\u3002example/",
                "https://bank\u2024example/",
                "https://h.example./x",
                "https://-h.example/",
                "https://h..example/",
                "https://h%2eexample/",
                "https://h_x.example/",
                "https://a.example\u202e/x",
                "mailto:jo@example.com?body=x",
                "mailto:jo@example.com,al@example.com",
                "mailto:@example.com",
                "tel:*21*123#",
                "tel:abc"
            })
    void what_is_not_surely_harmless_is_refused_with_a_reason(String text) {
        List<Links.Candidate> found = Links.in(Sanitizer.NARROW.line(text));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).link()).isEmpty();
        assertThat(found.get(0).refusal()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ssh://h",
                "javascript:alert(1)",
                "data:text/html,x",
                "xhttps://h.example/",
                "https://",
                "ftp://h",
                "HTTP:/x",
                "http: //h.example"
            })
    void what_has_another_scheme_is_text(String text) {
        assertThat(Links.in(Sanitizer.NARROW.line(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see https://h.example/a. | https://h.example/a",
                "(https://h.example/a_(b)) | https://h.example/a_(b)",
                "<https://h.example/a> | https://h.example/a",
                "https://h.example/a, and | https://h.example/a",
                "is it https://h.example/?q=1? | https://h.example/?q=1",
                "https://h.example/\u00e4 | https://h.example/%C3%A4",
                "https://a.example/https://b.example/ | https://a.example/,https://b.example/",
                "tel:mailto:a@b.example | mailto:a@b.example"
            })
    void a_link_ends_where_the_sentence_goes_on(String text, String targets) {
        assertThat(String.join(",", targets(text))).isEqualTo(targets);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://h.example/50%off | https://h.example/50%25off",
                "https://h.example/a%20b | https://h.example/a%20b",
                "https://h.example/?a[]=1 | https://h.example/?a%5B%5D=1",
                "https://h.example/a#b#c | https://h.example/a#b%23c"
            })
    void what_no_uri_may_hold_is_escaped(String text, String targets) {
        assertThat(String.join(",", targets(text))).isEqualTo(targets);
    }

    @Test
    void scheme_and_host_stay_whole_and_the_path_is_cut_in_the_middle() {
        Link link = only("https://h.example/a/very/long/path/that/goes/on/and/on?and=on");

        Link.Shown shown = link.shown(40);

        assertThat(shown.before()).hasToString("https://");
        assertThat(shown.host()).hasToString("h.example");
        assertThat(shown.after().toString())
                .startsWith("/a/very")
                .contains(" ... ")
                .endsWith("and=on");
        assertThat(shown.before().width() + shown.host().width() + shown.after().width())
                .isEqualTo(40);
        assertThat(only("https://s/").shown(80).host()).hasToString("s");
        assertThat(link.shown(1).host()).hasToString("h.example");
    }

    @Test
    void a_button_is_judged_by_its_target_and_a_title_that_names_another_address_misleads() {
        Link evil = Links.judge("https://evil.example").link().orElseThrow();

        assertThat(Links.judge("javascript:alert(1)").link()).isEmpty();
        assertThat(Links.judge("https://ev\u200bil.example").link()).isEmpty();
        assertThat(Links.misleads(Sanitizer.NARROW.line("https://bank.example"), evil))
                .isTrue();
        assertThat(Links.misleads(Sanitizer.NARROW.line("bank.example/login"), evil))
                .isTrue();
        assertThat(Links.misleads(Sanitizer.NARROW.line("evil.example"), evil)).isFalse();
        assertThat(Links.misleads(Sanitizer.NARROW.line("Pay now"), evil)).isFalse();
    }

    @Test
    void ten_thousand_links_are_read_once() {
        SafeText many = Sanitizer.NARROW.line("https://a.example/ ".repeat(10_000) + "https://".repeat(10_000));

        assertThat(Links.in(many)).hasSize(1_000);
    }

    /** Counting them anew for each would take a minute. */
    @Test
    @Timeout(30)
    void two_hundred_thousand_brackets_behind_a_link_are_counted_once() {
        SafeText closing = Sanitizer.NARROW.line("https://a.example/(b)" + ")].".repeat(70_000));

        assertThat(Links.in(closing))
                .singleElement()
                .satisfies(found -> assertThat(found.written().toString()).isEqualTo("https://a.example/(b)"));
    }

    private static Link only(String text) {
        List<Links.Candidate> found = Links.in(Sanitizer.NARROW.line(text));
        assertThat(found).hasSize(1);
        return found.get(0)
                .link()
                .orElseThrow(() -> new AssertionError(found.get(0).refusal()));
    }

    private static List<String> targets(String text) {
        return Sanitizer.NARROW.block(text).stream()
                .flatMap(line -> Links.in(line).stream())
                .map(found -> found.link().map(Link::target).orElse("! " + found.refusal()))
                .toList();
    }
}
