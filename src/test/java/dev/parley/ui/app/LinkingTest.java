package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.Action;
import dev.parley.conversation.Content;
import dev.parley.conversation.Element;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Update;
import dev.parley.scorecard.Shows;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two keys open a link: one shows where it leads, one goes there. */
class LinkingTest {
    private final Story ada = Story.ada();

    @Test
    @Shows("S11")
    void the_first_key_shows_all_of_it_with_the_host_set_off_and_opens_nothing() {
        AppDriver app = browsing(80, 24, "see https://shop.example/a/b?c=d#e.");

        app.press("Alt-M", "o");

        app.shows("─ Open this link?", "https://shop.example/a/b?c=d#e", "y  open it", "c  copy it", "n  back");
        assertThat(setOff(app)).isEqualTo("shop.example");
        assertThat(app.around().opened).isEmpty();
    }

    @Test
    @Shows("S11")
    void the_second_key_opens_it_once() {
        AppDriver app = browsing(80, 24, "see https://shop.example/").press("Alt-M", "o");

        app.press("y").shows("Handed to the program that opens links here.").press("y");

        assertThat(app.around().opened).containsExactly("https://shop.example/");
    }

    @ParameterizedTest
    @Shows("S11")
    @CsvSource({"Enter", "n", "Esc", "Ctrl-C", "o", "q"})
    void any_other_key_opens_nothing(String key) {
        AppDriver app = browsing(80, 24, "see https://shop.example/").press("Alt-M", "o");

        app.press(key);

        assertThat(app.around().opened).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"120, 40", "80, 24", "60, 20", "30, 12"})
    void a_long_one_is_wrapped_and_its_host_is_whole_at_every_size(int columns, int rows) {
        AppDriver app = browsing(columns, rows, "https://a.shop.example/" + "path/".repeat(20) + "end");

        app.press("Alt-M", "o");

        assertThat(setOff(app)).isEqualTo("a.shop.example");
        app.shows("end");
    }

    @Test
    void what_is_odd_about_it_is_said() {
        browsing(80, 24, "http://192.0.2.7:8080/x")
                .press("Alt-M", "o")
                .shows("Not encrypted.", "The host is a number.", "Not the usual port.");
    }

    @Test
    void of_several_one_is_chosen_by_its_number() {
        AppDriver app = browsing(80, 24, "https://one.example/ or\nhttps://two.example/ or https://one.example/");

        app.press("Alt-M", "o").shows("Which link?", "1  https://one.example/", "2  https://two.example/");
        app.press("2");
        assertThat(setOff(app)).isEqualTo("two.example");

        app.press("y");
        assertThat(app.around().opened).containsExactly("https://two.example/");
    }

    @Test
    void the_command_takes_a_number_and_means_the_newest_message_of_somebody_else() {
        AppDriver app = browsing(80, 24, "https://one.example/ https://two.example/");

        app.type("/open 2").press("Enter");
        assertThat(setOff(app)).isEqualTo("two.example");

        app.press("n").type("/open 3").press("Enter").shows("/open takes a number from 1 to 2.");
    }

    @Test
    void where_nothing_opens_links_it_can_be_copied() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "https://shop.example/a"));

        app.press("Alt-M", "o")
                .shows("Nothing here opens links: it can be copied.")
                .hides("y  open it");
        app.press("c").shows("Sent to the terminal: 22 characters.");

        assertThat(app.tty().emulator().clipboard()).isEqualTo("https://shop.example/a");
    }

    @Test
    void a_program_that_does_not_start_is_no_success() {
        AppDriver app = browsing(80, 24, "https://shop.example/a");
        app.around().works = false;

        app.press("Alt-M", "o", "y").shows("The program that opens links here could not be started.");
    }

    @Test
    void a_message_without_a_link_says_so() {
        browsing(80, 24, "nothing here").press("Alt-M", "o").shows("There is no link in it.");
        browsing(80, 24, "ftp://x").press("Alt-M", "o").shows("There is no link in it.");
    }

    @Test
    void what_a_card_leads_to_is_asked_about_and_a_title_that_says_another_address_is_marked() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), card("bank.example", "https://evil.example/login"));
        app.around().browser = true;

        app.press("Alt-M", "o").shows("It says another address than it leads to.");

        assertThat(setOff(app)).isEqualTo("evil.example");
    }

    @Test
    void whoever_asks_hears_of_it_when_it_has_been_opened_or_copied_and_only_then() {
        List<String> heard = new ArrayList<>();
        AppDriver app = browsing(80, 24, "hello");

        app.ask("https://shop.example/", "Shop", () -> heard.add("opened")).shows("https://shop.example/");
        app.press("Esc");
        assertThat(heard).isEmpty();
        app.ask("https://shop.example/", "Shop", () -> heard.add("copied")).press("c");
        app.ask("https://shop.example/", "Shop", () -> heard.add("opened")).press("y");

        assertThat(heard).containsExactly("copied", "opened");
        assertThat(app.around().opened).containsExactly("https://shop.example/");
    }

    @Test
    void a_card_s_link_of_another_kind_is_refused_with_the_reason() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), card("Here", "javascript:alert(1)"));
        app.around().browser = true;

        app.press("Alt-M", "o");

        app.shows("That link is not opened: only https, http, mailto and tel are opened.");
        assertThat(app.around().opened).isEmpty();
    }

    @Test
    @Shows("S11")
    void of_the_attacks_none_is_opened_by_one_key_or_leads_elsewhere_than_it_shows() throws IOException {
        for (String attack : attacks()) {
            AppDriver app = browsing(120, 40, attack);
            app.press("Alt-M", "o");
            if (app.screen().contains("Which link?")) {
                app.press("1");
            }
            String host = setOff(app);
            assertThat(app.around().opened).as(attack).isEmpty();
            app.press("y");

            app.around()
                    .opened
                    .forEach(target ->
                            assertThat(target).as(attack).contains(host).matches("[!-~]+"));
            assertThat(app.tty().wallHits()).isZero();
            assertThat(app.failures()).isEmpty();
        }
    }

    private static List<String> attacks() throws IOException {
        List<String> links = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(LinkingTest.class.getResourceAsStream("/dev/parley/text/attack-strings.json"))) {
            for (JsonNode entry : new ObjectMapper().readTree(in)) {
                String text = entry.path("text").asText();
                if (text.contains("://") && entry.path("repeat").asInt(1) == 1) {
                    links.add(text);
                }
            }
        }
        assertThat(links).hasSizeGreaterThan(5);
        return links;
    }

    private Update card(String title, String uri) {
        Element.Click click = new Element.Click(List.of(new Action.Link(uri, "")), "");
        Element button = new Element.Button(title, "", click, false, "", Element.Look.PLAIN);
        return ada.events(new Turn(
                ada.skip(0), ada.agent, AppDriver.NOON, new Content.Card(button, List.of()), Optional.empty()));
    }

    private AppDriver browsing(int columns, int rows, String text) {
        Story story = Story.ada();
        AppDriver app = new AppDriver(columns, rows).tell(story.open(), story.says("12:01", text));
        app.around().browser = true;
        return app;
    }

    /** What stands in reverse in the question, without its answers. */
    private static String setOff(AppDriver app) {
        var page = app.tty().emulator();
        List<String> lines = page.lines();
        int top = IntStream.range(0, lines.size())
                .filter(row -> lines.get(row).contains("Open this"))
                .findFirst()
                .orElse(-1);
        if (top < 0) {
            return "";
        }
        int left = lines.get(top).indexOf("Open this") - 1;
        int right = left + Math.min(60, page.columns() - 4);
        return IntStream.range(top + 1, page.rows())
                .takeWhile(row -> IntStream.range(left, right)
                        .anyMatch(column -> !page.text(column, row).isBlank()))
                .boxed()
                .flatMap(row -> IntStream.range(left, right)
                        .filter(column -> page.style(column, row).contains("7"))
                        .mapToObj(column -> page.text(column, row)))
                .collect(Collectors.joining());
    }
}
