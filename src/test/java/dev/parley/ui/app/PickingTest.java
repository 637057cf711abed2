package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.SGR;
import dev.parley.conversation.Command;
import dev.parley.session.CardSample;
import dev.parley.ui.pane.Frame;
import dev.parley.ui.theme.Slot;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tab on quick replies: what is chosen can be seen, and nothing goes out but by Enter. */
class PickingTest {
    private final Story ada = Story.ada();

    @Test
    void the_chosen_one_stands_out_and_the_hints_say_what_keys_do() {
        AppDriver app = offered(80, 24);
        app.press("Tab");
        assertThat(chosen(app)).isEqualTo("[1] Home");
        app.shows("Arrows, digits choose · Enter take it · Esc back");

        app.press("Esc").shows("Enter send ·").hides("digits choose");
        assertThat(chosen(app)).isEmpty();
        assertThat(app.sent(Command.Pick.class)).isEmpty();
    }

    @Test
    void what_stands_out_is_reversed() {
        AppDriver app = offered(80, 24).press("Tab");

        assertThat(app.state().look().style(Slot.QUICK_REPLY_SELECTED).modifiers())
                .contains(SGR.REVERSE);
        assertThat(app.state().look().style(Slot.QUICK_REPLY).modifiers()).doesNotContain(SGR.REVERSE);
    }

    @Test
    void arrows_move_round_and_enter_sends() {
        AppDriver app = offered(80, 24).press("Tab", "Right", "Down", "Tab", "Left", "Shift-Tab", "Up");
        assertThat(chosen(app)).isEqualTo("[1] Home");

        app.press("Left", "Left", "Enter");

        assertThat(app.last(Command.Pick.class)).extracting(Command.Pick::index).isEqualTo(1);
        app.shows("▸ Office").hides("digits choose");
    }

    @Test
    void a_digit_chooses_and_only_enter_sends() {
        AppDriver app = offered(80, 24).press("Tab").type("3");
        assertThat(chosen(app)).isEqualTo("[3] Somewhere else");
        assertThat(app.sent(Command.Pick.class)).isEmpty();

        app.press("Enter");

        assertThat(app.last(Command.Pick.class).index()).isEqualTo(2);
    }

    @Test
    void text_leaves_and_is_typed_whole() {
        AppDriver app = offered(80, 24).press("Tab").type("3 parcels");

        assertThat(app.input()).isEqualTo("3 parcels");
        assertThat(chosen(app)).isEmpty();
        assertThat(app.sent(Command.Pick.class)).isEmpty();
    }

    @Test
    void a_number_with_no_reply_is_text() {
        AppDriver app = offered(80, 24).press("Tab").type("room 2").press("Enter");

        assertThat(app.last(Command.Send.class).text()).isEqualTo("room 2");
    }

    @Test
    void two_digits_choose_among_many() {
        AppDriver app = new AppDriver(80, 24)
                .tell(
                        ada.open(),
                        ada.offers("12:02", "Which?", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"));

        app.press("Tab").type("12");

        assertThat(chosen(app)).isEqualTo("[12] l");
    }

    @Test
    void other_keys_leave_and_do_what_they_do() {
        AppDriver app = offered(80, 24).type("a").press("Tab", "Backspace");

        assertThat(app.input()).isEmpty();
        assertThat(chosen(app)).isEmpty();
    }

    @Test
    void pasted_text_leaves_too() {
        AppDriver app = offered(80, 24).press("Tab").paste("2");

        assertThat(app.input()).isEqualTo("2");
        assertThat(chosen(app)).isEmpty();
    }

    @Test
    void what_is_out_of_view_is_brought_into_it_and_the_view_goes_back() {
        AppDriver app = new AppDriver(80, 24)
                .tell(ada.open(), ada.shows("12:02", CardSample.of("horizontal")))
                .tell(ada.many(30, Instant.parse("2026-11-22T12:04:00Z")));
        app.shows("line 30").hides("[1] Red");

        app.press("Tab").shows("[1] Red").hides("line 30");

        app.press("Esc").shows("line 30").hides("[1] Red");
    }

    @ParameterizedTest
    @CsvSource({"120, 40", "80, 24", "60, 20"})
    void what_arrives_while_one_chooses_does_not_push_it_out_of_view(int columns, int rows) {
        AppDriver app = new AppDriver(columns, rows)
                .tell(ada.open(), ada.shows("12:02", CardSample.of("horizontal")))
                .press("Tab");

        app.tell(ada.many(60, Instant.parse("2026-11-22T12:04:00Z")));

        app.shows("[1] Red", "new").hides("line 59");
        app.press("Esc").shows("line 59").hides("[1] Red");
    }

    @Test
    void every_reply_can_be_reached_on_the_smallest_screen() {
        AppDriver app = offered(20, 5).press("Tab");
        assertThat(chosen(app)).isEqualTo("[1] Home");
        app.shows(" Enter take it").hides("Arrows");

        app.press("Left");

        assertThat(chosen(app)).startsWith("[3] Some");
    }

    @Test
    void elsewhere_nothing_is_chosen() {
        Story bo = new Story(2, "conv-2", "bo", Instant.parse("2026-11-22T11:50:00Z"));
        AppDriver app = offered(80, 24).tell(bo.open()).press("Tab", "Alt-Down");

        app.type("2").press("Alt-Up");

        assertThat(chosen(app)).isEmpty();
        assertThat(app.sent(Command.Pick.class)).isEmpty();
    }

    @Test
    void what_has_been_closed_meanwhile_takes_no_reply() {
        AppDriver app = offered(80, 24).press("Tab").tell(ada.closed(AppDriver.NOON));

        app.press("Enter").shows("That cannot be chosen any more");

        assertThat(app.sent(Command.Pick.class)).isEmpty();
    }

    private AppDriver offered(int columns, int rows) {
        return new AppDriver(columns, rows)
                .tell(ada.open(), ada.offers("12:02", "Where should it go?", "Home", "Office", "Somewhere else"));
    }

    /** What stands on the screen in the style of the chosen one. */
    private static String chosen(AppDriver app) {
        return Frame.history(app.state(), AppDriver.NOON).window().lines().stream()
                .flatMap(line -> line.spans().stream())
                .filter(span -> span.slot() == Slot.QUICK_REPLY_SELECTED)
                .map(span -> span.text().toString())
                .findFirst()
                .orElse("");
    }
}
