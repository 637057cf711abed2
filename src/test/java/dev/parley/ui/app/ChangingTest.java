package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.ConversationFacts.Delay;
import dev.parley.conversation.ConversationFacts.Particulars;
import dev.parley.conversation.Profile;
import dev.parley.conversation.Storage;
import dev.parley.conversation.Update;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Urgent, normal, rate, close for good and profile by hand, and what the screen says of a conversation. */
class ChangingTest {
    private final Story ada = Story.ada();

    private AppDriver open() {
        return new AppDriver(120, 24).tell(ada.online(12), ada.open(), ada.says("12:02", "Hello"));
    }

    private AppDriver closed() {
        return new AppDriver(120, 24)
                .tell(ada.online(12), ada.says("12:02", "Bye"), ada.closed(AppDriver.NOON))
                .press("Alt-Down");
    }

    private static AppDriver enter(AppDriver app, String command) {
        return app.type(command).press("Enter");
    }

    @Test
    void urgent_and_normal_go_to_the_session() {
        AppDriver app = enter(open(), "/urgent");
        assertThat(app.last(Command.SetUrgency.class)).isEqualTo(new Command.SetUrgency(Story.ONE, ada.id, true));

        enter(app.tell(ada.urgency("URGENT").open()), "/normal");

        assertThat(app.last(Command.SetUrgency.class).urgent()).isFalse();
    }

    @Test
    void what_is_so_already_is_not_asked_for() {
        enter(open(), "/normal").shows("This conversation is not urgent.");
        enter(open().tell(ada.urgency("URGENT").open()), "/urgent").shows("This conversation is urgent already.");
        enter(closed(), "/urgent").shows("No conversation is open here.");
    }

    @Test
    void urgency_shows_in_the_head_line() {
        AppDriver app = open().tell(ada.urgency("URGENT").open());

        assertThat(app.row(1)).contains("skill Sales · urgent · open since");
    }

    @Test
    void a_rating_asks_whether_it_was_solved() {
        AppDriver app = enter(closed(), "/rate 4").shows("Was the matter solved?");
        assertThat(app.sent(Command.Rate.class)).isEmpty();

        app.press("n");

        assertThat(app.last(Command.Rate.class)).isEqualTo(new Command.Rate(Story.ONE, ada.id, 4, false));
    }

    @Test
    void a_rating_with_both_words_goes_at_once_and_escape_sends_none() {
        assertThat(enter(closed(), "/rate 5  solved").last(Command.Rate.class).solved())
                .isTrue();
        assertThat(enter(closed(), "/rate 1 unsolved").last(Command.Rate.class).solved())
                .isFalse();
        assertThat(enter(closed(), "/rate 5").press("Esc").sent(Command.Rate.class))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rate", "/rate 6", "/rate 0", "/rate five", "/rate 5 maybe", "/rate 55"})
    void a_rating_that_is_none_is_explained(String command) {
        AppDriver app = enter(closed(), command);

        app.shows("/rate takes a number from 1 to 5, and solved or unsolved if you like.");
        assertThat(app.sent(Command.Rate.class)).isEmpty();
    }

    @Test
    void only_what_has_ended_can_be_rated_a_survey_goes_on_behind_it() {
        enter(open(), "/rate 5").shows("A conversation can be rated when it has ended.");

        AppDriver survey = open().tell(ada.survey(true, AppDriver.NOON));

        assertThat(enter(survey, "/rate 5 solved").sent(Command.Rate.class)).hasSize(1);
    }

    @Test
    void a_rating_shows_in_the_head_line() {
        AppDriver app = new AppDriver(120, 24)
                .tell(ada.rated(3).closed(Instant.parse("2026-11-22T12:03:00Z")))
                .press("Alt-Down");

        assertThat(app.row(1)).endsWith("closed by the agent 12:03 · ★★★");
    }

    @Test
    void closing_for_good_asks_and_says_that_no_survey_follows() {
        AppDriver app = enter(open(), "/close --all").shows("no survey follows");

        app.press("y");

        assertThat(app.last(Command.CloseAll.class)).isEqualTo(new Command.CloseAll(Story.ONE, ada.id));
        assertThat(app.sent(Command.Close.class)).isEmpty();
    }

    @Test
    void closing_takes_nothing_else() {
        AppDriver app = enter(open(), "/close now");

        app.shows("/close takes nothing, or --all.");
        assertThat(app.sent(Command.Close.class)).isEmpty();
    }

    @Test
    void in_a_survey_closing_leaves_the_survey() {
        AppDriver app = open().tell(ada.survey(true, AppDriver.NOON)).press("Alt-W");

        app.shows("Leave the survey?").press("y");

        assertThat(app.last(Command.Close.class)).isEqualTo(new Command.Close(Story.ONE, ada.id));
    }

    @Test
    void a_profile_is_shown_when_the_service_has_told_it() {
        AppDriver app = enter(open(), "/profile").hides("── Profile");
        assertThat(app.sent(Command.AskProfile.class)).hasSize(1);

        app.tell(new Update.ProfileKnown(Story.ONE, new Profile("Ann", "", "al\u001b[2J")));

        app.shows("── Profile", "first name    Ann", "last name     none", "nickname      al");
        app.press("Esc").hides("── Profile").press("Alt-I").shows("called");
    }

    @Test
    void one_that_nobody_asked_for_shows_nothing() {
        open().tell(new Update.ProfileKnown(Story.ONE, new Profile("Ann", "", "")))
                .hides("── Profile");
    }

    @Test
    void a_profile_is_set_by_parts_and_names_may_have_blanks() {
        AppDriver app = enter(open(), "/profile --last van der  Berg --nick al");

        assertThat(app.last(Command.SetProfile.class))
                .isEqualTo(new Command.SetProfile(
                        Story.ONE, Optional.empty(), Optional.of("van der Berg"), Optional.of("al")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann", "--first", "--first --nick al", "--middle x", "--nick a --nick b"})
    void a_profile_that_cannot_be_read_is_explained(String words) {
        AppDriver app = enter(open(), "/profile " + words);

        app.shows("/profile takes --first, --last and --nick, each with a name behind it.");
        assertThat(app.sent(Command.SetProfile.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/urgent", "/normal", "/rate 5 solved", "/close --all", "/profile"})
    void where_another_parley_has_the_state_nothing_can_be_changed(String command) {
        AppDriver app = open().tell(new Update.StorageChanged(
                Story.ONE, new Storage(Storage.State.READ_ONLY, "another Parley has the state")));

        enter(app, command).shows("Another Parley holds the state, this one only reads.");
    }

    @Test
    void a_refusal_stands_in_the_hint_row_with_unsafe_characters_shown() {
        AppDriver app = open().tell(new Update.Notice(
                Story.ONE, Optional.of(ada.id), true, "Your rating was not taken: no\u001b[31m\u202e"));

        assertThat(app.row(23)).contains("Your rating was not taken: no").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void the_new_commands_are_in_the_palette_with_why_they_are_off() {
        AppDriver app = new AppDriver(120, 24).press("Ctrl-X", "Ctrl-X").type("rate a");

        app.shows("rate a conversation that has ended", "(there is no conversation here)");
    }

    @Test
    void ratings_are_offered_as_one_types() {
        closed().type("/rate 4").shows("/rate 4 solved", "/rate 4 unsolved");
    }

    @Test
    void an_absence_is_told_until_it_is_over() {
        Particulars night = new Particulars(
                "OPEN",
                "OPEN",
                Optional.empty(),
                Optional.of(new Delay("NIGHT", Optional.of(Instant.parse("2026-11-22T12:30:00Z")))),
                Optional.empty(),
                "",
                "");
        AppDriver app = open().tell(ada.told(night).open());
        assertThat(app.row(1)).contains("away: night until 12:30");

        assertThat(app.advance(26 * 60_000).row(1)).doesNotContain("away");
    }

    @Test
    void info_tells_all_that_the_service_says() {
        Particulars all = new Particulars(
                "OPEN",
                "OPEN",
                Optional.of(300L),
                Optional.of(new Delay("HOLIDAY", Optional.empty())),
                Optional.of(true),
                "{\"campaignId\":1}",
                "{\"type\":\"SharkContext\"}");
        AppDriver app = new AppDriver(120, 40)
                .tell(ada.urgency("URGENT").rated(2).told(all).open(), ada.name("Ada"))
                .press("Alt-I");

        app.shows(
                "consumer        you (consumer-1)",
                "assigned agent  Ada (ada)",
                "urgent, 300 s",
                "holiday",
                "2 of 5, solved",
                "dialog main     open, conv-1",
                "{\"campaignId\":1}",
                "{\"type\":\"SharkContext\"}");
    }

    @Test
    void a_survey_has_its_own_heading_below_how_main_ended_and_an_end_of_its_own() {
        AppDriver app = open();

        app.tell(ada.survey(true, Instant.parse("2026-11-22T12:03:00Z")), ada.asks("12:04", "How was it?"));
        app.shows("12:03 · system The conversation was closed by you", "── survey ──", "◇ bot    How was it?");
        assertThat(app.row(1)).contains("survey");

        app.tell(ada.survey(false, Instant.parse("2026-11-22T12:03:00Z")));
        app.shows("12:04 · system The survey is over: Completed");
        assertThat(app.screen()).containsOnlyOnce("The conversation was closed");
    }

    @Test
    void a_reply_that_is_overdue_stands_out() {
        AppDriver app =
                open().tell(ada.due(Instant.parse("2026-11-22T12:01:00Z")).open(), ada.own("12:00", "Hello?"));

        assertThat(app.row(1)).contains("overdue 3 min");
    }
}
