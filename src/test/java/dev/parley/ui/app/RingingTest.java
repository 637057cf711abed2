package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Role;
import dev.parley.conversation.Update;
import dev.parley.conversation.Update.HistoryState;
import dev.parley.conversation.Who;
import dev.parley.terminal.Input;
import dev.parley.ui.Preferences;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The bell: for answers that nobody is looking at, and for nothing else. */
class RingingTest {
    private final Story ada = Story.ada();
    private final Story bo = new Story(2, "conv-2", "bo", Instant.parse("2026-11-22T11:50:00Z"));

    @Test
    void it_is_off_until_somebody_wants_it() {
        AppDriver app = here().tell(bo.says("12:04", "news"));

        assertThat(app.tty().emulator().bells()).isZero();
    }

    @Test
    void an_answer_in_another_conversation_rings() {
        AppDriver app = here().type("/bell bell").press("Enter").shows("The bell is the terminal's.");

        app.tell(bo.says("12:04", "news"));

        assertThat(app.tty().emulator().bells()).isEqualTo(1);
    }

    @Test
    void an_answer_in_view_does_not_ring_unless_the_terminal_is_out_of_focus() {
        AppDriver app = ringing();

        app.tell(ada.says("12:04", "seen"));
        assertThat(app.tty().emulator().bells()).isZero();
        app.feed(new Input.Focus(false)).tell(ada.says("12:04", "not seen"));

        assertThat(app.tty().emulator().bells()).isEqualTo(1);
    }

    @Test
    void own_turns_and_the_service_s_do_not_ring() {
        AppDriver app = ringing();

        app.tell(bo.own("12:04", "mine, from elsewhere"));
        app.tell(bo.says(new Who("routing", Role.CONTROLLER, false), "12:04", "welcome"));

        assertThat(app.tty().emulator().bells()).isZero();
    }

    @Test
    void what_was_said_before_and_what_fills_a_hole_is_no_news() {
        AppDriver app = new AppDriver(80, 24).type("/bell bell").press("Enter");
        Update late = bo.says("12:00", "late");
        app.tell(ada.open(), bo.open(), bo.says("12:01", "old"), complete(bo));
        app.tell(late);

        assertThat(app.tty().emulator().bells()).isZero();
    }

    @Test
    void what_was_said_while_the_link_was_down_rings() {
        AppDriver app = ringing();

        app.tell(
                new Update.HistoryChanged(bo.consumer, bo.id, bo.id, HistoryState.LOADING, ""),
                bo.says("12:04", "missed"),
                complete(bo));

        assertThat(app.tty().emulator().bells()).isEqualTo(1);
    }

    @Test
    void the_same_again_is_no_news() {
        AppDriver app = ringing();
        Update news = bo.says("12:04", "news");

        app.tell(news).advance(5_000).tell(news);

        assertThat(app.tty().emulator().bells()).isEqualTo(1);
    }

    @Test
    void it_rings_once_in_two_seconds_at_most() {
        AppDriver app = ringing();

        for (int i = 0; i < 20; i++) {
            app.tell(bo.says("12:04", "news " + i)).advance(100);
        }
        assertThat(app.tty().emulator().bells()).isEqualTo(1);
        app.tell(bo.says("12:04", "more"));

        assertThat(app.tty().emulator().bells()).isEqualTo(2);
    }

    @Test
    void a_command_is_told_a_count_and_nothing_else() {
        AppDriver app = here();
        app.around().bellCommand = true;
        app.type("/bell command").press("Enter").shows("The bell is your command.");

        app.tell(bo.says("12:04", "secret"));

        assertThat(app.around().rung).containsExactly(1);
        assertThat(app.tty().emulator().bells()).isZero();
    }

    @Test
    void a_command_that_nobody_has_named_cannot_be_chosen() {
        AppDriver app = here().type("/bell command").press("Enter");

        app.shows("Name the command in config.properties first: bell-command = program arguments");
        assertThat(app.preferences().get("bell")).isEmpty();
    }

    @Test
    void a_command_that_fails_is_complained_of_once() {
        AppDriver app = here();
        app.around().bellCommand = true;
        app.around().works = false;
        app.type("/bell command").press("Enter");

        app.tell(bo.says("12:04", "news")).shows("The bell's command failed").press("Esc", "Esc");
        app.advance(20_000).tell(bo.says("12:04", "more"));

        app.hides("The bell's command failed");
        assertThat(app.around().rung).hasSize(2);
    }

    @Test
    void the_choice_is_remembered_and_a_wrong_word_changes_nothing() {
        Preferences preferences = Preferences.inMemory();
        preferences.put("bell", "bell");
        AppDriver app = new AppDriver(80, 24, AppDriver.options(1), preferences);

        app.type("/bell").press("Enter").shows("The bell is the terminal's. /bell takes off, bell or command.");
        app.type("/bell loud").press("Enter").shows("/bell takes off, bell or command. The bell is the terminal's.");
        app.type("/bell off").press("Enter").shows("The bell is off.");

        assertThat(preferences.get("bell")).contains("off");
    }

    @Test
    void the_title_can_be_left_to_the_terminal() {
        AppDriver app = new AppDriver(80, 24);
        app.tty().emulator().write("\033]2;shell\007\033[22;0t".getBytes(StandardCharsets.US_ASCII));
        app.tell(ada.open(), bo.open(), bo.says("12:04", "news"));
        assertThat(app.tty().screen().title()).isEqualTo("parley - 1 unread");

        app.type("/title").press("Enter").shows("The window keeps its own name.");
        app.tell(bo.says("12:04", "more"));
        assertThat(app.tty().screen().title()).isEqualTo("shell");
        assertThat(app.preferences().get("title")).contains("off");

        app.type("/title").press("Enter");
        assertThat(app.tty().screen().title()).isEqualTo("parley - 2 unread");
    }

    private AppDriver ringing() {
        return here().type("/bell bell").press("Enter");
    }

    /** With Ada in view, and Bo elsewhere. */
    private AppDriver here() {
        return new AppDriver(80, 24)
                .tell(
                        ada.open(),
                        ada.says("12:01", "hello"),
                        complete(ada),
                        bo.open(),
                        bo.own("12:01", "hi"),
                        complete(bo));
    }

    private static Update complete(Story story) {
        return new Update.HistoryChanged(story.consumer, story.id, story.id, HistoryState.COMPLETE, "");
    }
}
