package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Action;
import dev.parley.conversation.Command;
import dev.parley.conversation.Content;
import dev.parley.session.CardSample;
import dev.parley.ui.history.Span;
import dev.parley.ui.pane.Frame;
import dev.parley.ui.theme.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every action of a card by keys: what goes out, and what the person sees. */
class CardStoriesTest {
    private final Story ada = Story.ada();

    private AppDriver shown(String card) {
        return new AppDriver(120, 40).tell(ada.open(), ada.shows("12:02", CardSample.of(card)));
    }

    @Test
    void two_cards_have_a_head_each_so_that_they_are_not_read_as_one() {
        AppDriver app = new AppDriver(120, 40)
                .tell(ada.open(), ada.shows("12:02", CardSample.of("text")), ada.shows("12:02", CardSample.of("list")));

        assertThat(app.screen().lines().filter(row -> row.contains("12:02"))).hasSize(2);
    }

    @Test
    void a_button_says_its_text_at_once() {
        AppDriver app = shown("button").press("Tab", "Enter");

        assertThat(app.last(Command.Pick.class).index()).isZero();
        app.shows("▸ you", "I would like that");
    }

    @Test
    void a_button_that_is_switched_off_does_nothing_and_says_so() {
        AppDriver app = shown("button").press("Tab").type("4").press("Enter");

        assertThat(app.sent(Command.Pick.class)).isEmpty();
        app.shows("That button is switched off.");
    }

    @Test
    void what_only_a_web_page_can_do_is_told_to_the_service_and_to_the_person() {
        AppDriver app = shown("button").press("Tab").type("5").press("Enter");

        assertThat(app.last(Command.Pick.class).index()).isEqualTo(4);
        app.shows("a terminal has nothing that could do \"addToCart\"").hides("▸ you");
    }

    @Test
    void a_link_is_shown_in_full_and_told_to_the_service_when_it_was_opened() {
        AppDriver app = shown("button");
        app.around().browser = true;
        app.press("Tab").type("2").press("Enter").shows("Open this link?", "https://example.com/manual");
        assertThat(app.sent(Command.Pick.class)).isEmpty();

        app.press("y");

        assertThat(app.around().opened).containsExactly("https://example.com/manual");
        assertThat(app.last(Command.Pick.class).index()).isEqualTo(1);
        app.hides("▸ you");
    }

    @Test
    void a_quick_reply_that_leads_somewhere_is_asked_about_and_says_nothing() {
        Content.QuickReply site =
                new Content.QuickReply("Our site", "", "", List.of(new Action.Link("https://example.com/", "")));
        AppDriver app = new AppDriver(120, 40)
                .tell(ada.open(), ada.shows("12:02", new Content.Text("Where to?", List.of(site))));
        app.around().browser = true;
        app.press("Tab", "Enter").shows("Open this link?", "https://example.com/");

        app.press("y");

        assertThat(app.around().opened).containsExactly("https://example.com/");
        assertThat(app.last(Command.Pick.class).index()).isZero();
        app.hides("▸ you");
    }

    @Test
    void a_button_of_two_actions_says_its_text_and_asks_about_its_link() {
        AppDriver app = shown("button");
        app.around().browser = true;

        app.press("Tab").type("3").press("Enter");

        app.shows("Open this link?", "https://example.com/manual");
        assertThat(app.last(Command.Pick.class).index()).isEqualTo(2);
        app.press("n").shows("▸ you   I am reading the manual");
        assertThat(app.sent(Command.Pick.class)).hasSize(1);
    }

    @Test
    void a_place_leads_to_a_map_of_it() {
        AppDriver app = shown("map");
        app.around().browser = true;
        app.press("Tab", "Enter").shows("Open this link?", "openstreetmap.org");

        app.press("y");

        assertThat(app.around().opened).singleElement().asString().contains("mlat=64.128288", "mlon=-21.827774");
        assertThat(app.last(Command.Pick.class).index()).isZero();
    }

    @Test
    void a_previewed_link_can_be_opened() {
        AppDriver app = shown("link-preview");
        app.around().browser = true;

        app.press("Tab", "Enter", "y");

        assertThat(app.around().opened).containsExactly("https://example.com/news/mugs");
    }

    @Test
    void a_picture_with_something_behind_it_can_be_chosen_and_the_other_not() {
        AppDriver app = shown("image").press("Tab", "Enter");

        app.shows("[image: The blue mug, 0.3 l]", "The red mug, please");
        assertThat(app.last(Command.Pick.class).index()).isZero();
    }

    @Test
    void boxes_are_ticked_by_space_and_enter_and_sent_together() {
        AppDriver app = shown("checklist").press("Tab").type(" ").press("Down", "Down", "Enter");
        app.shows("(x) Olives", "( ) Mushrooms", "(x) Extra cheese");

        app.press("Down", "Enter");

        assertThat(app.last(Command.Pick.class).ticked()).isEqualTo(Set.of(0, 2));
        assertThat(app.last(Command.Pick.class).index()).isEqualTo(3);
        app.shows("▸ you   olives", "extra cheese");
    }

    @Test
    void a_box_that_is_ticked_twice_is_not_ticked() {
        AppDriver app = shown("checklist").press("Tab").type("  ");

        app.shows("( ) Olives");
    }

    @Test
    void without_a_tick_nothing_is_sent() {
        AppDriver app = shown("checklist").press("Tab").type("4").press("Enter");

        assertThat(app.sent(Command.Pick.class)).isEmpty();
        app.shows("Nothing is ticked yet");
    }

    @Test
    void of_single_cards_one_is_chosen_and_sent() {
        AppDriver app =
                shown("carousel-select").press("Tab").type(" ").press("Down").type(" ");
        app.shows("( ) Small", "(x) Large");

        app.press("Down", "Enter");

        assertThat(app.last(Command.Pick.class).ticked()).isEqualTo(Set.of(1));
    }

    @Test
    void of_an_accordion_any_number_is_chosen() {
        AppDriver app = shown("accordion").press("Tab").type(" ").press("Down").type(" ");

        app.shows("(x) Insurance", "(x) Gift wrap");
    }

    @Test
    void a_day_is_chosen_from_a_list_that_gets_shorter() {
        AppDriver app = shown("date-picker").press("Tab", "Enter").shows("Your day", "Monday 23 November 2026");

        app.type("24 dec").press("Enter");

        assertThat(app.last(Command.Pick.class).entered()).isEqualTo("Thursday 24 December 2026");
        app.shows("▸ you   Thursday 24 December 2026");
    }

    @Test
    void a_first_and_a_last_day_are_asked_for_one_after_the_other() {
        AppDriver app =
                shown("date-picker").press("Tab").type("2").press("Enter").shows("the first day");
        app.type("2026-12-24").press("Enter").shows("the last day").hides("Wednesday 23 December");

        app.type("2027-01-02").press("Enter");

        assertThat(app.last(Command.Pick.class).entered()).isEqualTo("2026-12-24 - 2027-01-02");
    }

    @Test
    void esc_in_the_list_of_days_chooses_none() {
        AppDriver app = shown("date-picker").press("Tab", "Enter", "Esc");

        assertThat(app.sent(Command.Pick.class)).isEmpty();
        app.hides("Your day (");
    }

    @Test
    void a_time_is_chosen_from_those_that_are_free() {
        AppDriver app = shown("schedule").press("Tab", "Enter").shows("Times that are free", "Afternoon");

        app.press("Down", "Enter");

        assertThat(app.last(Command.Pick.class).entered()).startsWith("Afternoon, ");
    }

    @Test
    void a_choice_that_was_made_shows_as_made() {
        AppDriver app = shown("button").tell(ada.clicked(), ada.own("12:03", "I would like that"));

        app.shows("[1] ✓ Say it").hides("[2] ✓");
    }

    @Test
    void ticked_boxes_that_were_sent_show_as_made() {
        AppDriver app = shown("checklist").tell(ada.clicked(), ada.own("12:03", "olives\nextra cheese"));

        app.shows("[1] ✓", "[3] ✓", "[4] ✓ Send").hides("[2] ✓");
    }

    @Test
    void words_that_were_only_typed_are_no_choice() {
        AppDriver app = shown("button").tell(ada.own("12:03", "I would like that"));

        app.hides("[1] ✓");
    }

    @Test
    void arrows_go_on_into_the_card_before_and_back() {
        AppDriver app = shown("vertical")
                .tell(ada.shows("12:03", CardSample.of("horizontal")), ada.shows("12:04", CardSample.of("checklist")));
        app.press("Tab", "Up");
        assertThat(chosen(app)).isEqualTo("[3] Blue");

        app.press("Down");

        assertThat(chosen(app)).isEqualTo("[1] ( ) Olives");
    }

    @Test
    void a_card_can_be_chosen_from_when_more_was_said_and_its_replies_cannot() {
        AppDriver app =
                shown("card-with-replies").tell(ada.says("12:03", "Well?")).press("Tab", "Left");

        assertThat(chosen(app)).isEqualTo("[1] Take it");
    }

    @Test
    void replies_that_go_while_one_is_choosing_are_not_sent() {
        AppDriver app = shown("quick-replies").press("Tab").tell(ada.says("12:03", "Never mind."));

        app.press("Enter").shows("something was said since");

        assertThat(app.sent(Command.Pick.class)).isEmpty();
    }

    @Test
    void bold_italic_and_colours_come_through() {
        AppDriver app = shown("styles");

        assertThat(span(app, "Bold text").bold()).isTrue();
        assertThat(span(app, "Large text").bold()).isTrue();
        assertThat(span(app, "Italic text").italic()).isTrue();
        assertThat(span(app, "Text in red").slot()).isEqualTo(Slot.CARD_RED);
        assertThat(span(app, "Text in green").slot()).isEqualTo(Slot.CARD_GREEN);
        assertThat(span(app, "Text in blue").slot()).isEqualTo(Slot.CARD_BLUE);
    }

    @Test
    void a_tooltip_is_told_while_its_element_is_chosen() {
        AppDriver app = shown("map").press("Tab");

        app.shows("the shop");
    }

    private static Span span(AppDriver app, String words) {
        return spans(app)
                .filter(span -> span.text().toString().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static String chosen(AppDriver app) {
        return spans(app)
                .filter(span -> span.slot() == Slot.QUICK_REPLY_SELECTED)
                .map(span -> span.text().toString())
                .findFirst()
                .orElse("");
    }

    private static Stream<Span> spans(AppDriver app) {
        return Frame.history(app.state(), AppDriver.NOON).window().lines().stream()
                .flatMap(line -> line.spans().stream());
    }

    @Test
    void a_link_that_takes_its_time_to_open_is_told_where_it_was_chosen() {
        Story other = new Story(1, "conv-2", "bo", Instant.parse("2026-11-22T12:02:00Z"));
        AppDriver app = shown("link-preview").tell(other.open());
        app.around().browser = true;
        CompletableFuture<Boolean> opening = new CompletableFuture<>();
        app.around().slowOpening = opening;

        app.press("Tab", "Enter", "y", "Alt-Down");
        assertThat(app.state().selected()).isEqualTo(other.place());
        opening.complete(true);
        app.idle();

        assertThat(app.last(Command.Pick.class).conversationId()).isEqualTo(ada.id);
    }
}
