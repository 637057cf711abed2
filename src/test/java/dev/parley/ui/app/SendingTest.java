package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SendingTest {
    private final Story ada = Story.ada();

    @Test
    void an_own_message_is_on_the_screen_before_anything_answers() {
        AppDriver app = new AppDriver(80, 24).type("hello").press("Enter");

        assertThat(app.screen()).containsPattern("12:04 ▸ hello +…\n");
        assertThat(app.input()).isEmpty();
        assertThat(app.last(Command.Send.class))
                .isEqualTo(
                        new Command.Send(Story.ONE, Place.unopened(Story.ONE), "cid-1", "hello", AppDriver.NOON, ""));
    }

    @Test
    void the_echo_takes_the_place_of_the_own_message() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open()).type("hello").press("Enter");

        app.tell(ada.echo("cid-1", "12:04", "hello"));

        assertThat(app.screen()).containsPattern("▸ hello +✓\n").containsOnlyOnce("▸ hello");
    }

    @Test
    void the_first_message_moves_along_when_the_conversation_opens() {
        AppDriver app = new AppDriver(80, 24).type("hello").press("Enter").type("and more");

        app.tell(new Update.PlaceOpened(Story.ONE, ada.id), ada.open());

        assertThat(app.state().selected()).isEqualTo(ada.place());
        app.shows("▸ hello", " > and more");
    }

    @Test
    void lines_of_one_message_are_kept_together() {
        AppDriver app = new AppDriver(80, 24)
                .type("one")
                .press("Ctrl-J")
                .type("two")
                .press("Alt-Enter")
                .type("three");

        app.press("Enter");

        assertThat(app.last(Command.Send.class).text()).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void blanks_alone_are_not_sent() {
        assertThat(new AppDriver(80, 24).type("  ").press("Enter").sent(Command.Send.class))
                .isEmpty();
    }

    @Test
    void a_double_slash_sends_one() {
        AppDriver app = new AppDriver(80, 24).type("//x").press("Enter");

        assertThat(app.last(Command.Send.class).text()).isEqualTo("/x");
    }

    @Test
    void what_is_no_command_goes_as_text_at_the_second_enter() {
        AppDriver app = new AppDriver(80, 24).type("/start").press("Enter");
        app.shows("not a command, Enter again sends it as text", " > /start");
        assertThat(app.sent(Command.Send.class)).isEmpty();

        app.press("Enter");

        assertThat(app.last(Command.Send.class).text()).isEqualTo("/start");
    }

    @Test
    void pasted_text_is_never_a_command() {
        AppDriver app = new AppDriver(80, 24).paste("/quit").press("Enter");

        assertThat(app.code()).isEmpty();
        assertThat(app.last(Command.Send.class).text()).isEqualTo("/quit");
    }

    @Test
    void a_long_paste_asks_before_it_goes() {
        AppDriver app = new AppDriver(80, 24).paste("line\n".repeat(50)).press("Enter");
        assertThat(app.sent(Command.Send.class)).isEmpty();
        app.shows("Send?", "50 lines");

        app.press("y");

        assertThat(app.sent(Command.Send.class)).hasSize(1);
        assertThat(app.input()).isEmpty();
    }

    @Test
    void a_long_paste_that_was_not_meant_stays_in_the_input() {
        AppDriver app = new AppDriver(80, 24).paste("x".repeat(4_001)).press("Enter", "Esc");

        assertThat(app.sent(Command.Send.class)).isEmpty();
        assertThat(app.input()).hasSize(4_001);
    }

    @Test
    void more_than_the_service_takes_is_refused_and_kept() {
        AppDriver app = new AppDriver(80, 24).paste("x".repeat(8_001)).press("Enter");

        app.shows("at most 8000 characters");
        assertThat(app.sent(Command.Send.class)).isEmpty();
        assertThat(app.input()).hasSize(8_001);
    }

    @Test
    void text_that_comes_back_stands_in_front_of_what_was_typed_since() {
        AppDriver app = new AppDriver(80, 24)
                .tell(ada.open())
                .type("first")
                .press("Enter")
                .type("second");

        app.tell(new Update.TextReturned(Story.ONE, ada.place(), "cid-1", "first", "the disk is full"));

        assertThat(app.input()).isEqualTo("first\nsecond");
        app.shows("the disk is full").hides("▸ first");
    }

    @Test
    void text_that_comes_back_to_a_place_without_a_row_is_not_lost() {
        AppDriver app = new AppDriver(80, 24).type("first").press("Enter").tell(ada.open());

        app.tell(new Update.TextReturned(
                Story.ONE, Place.unopened(Story.ONE), "cid-1", "first", "there is one open already"));

        assertThat(app.state().selected()).isEqualTo(ada.place());
        assertThat(app.input()).isEqualTo("first");
    }

    @Test
    void the_last_failed_one_goes_again() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), Own.message(ada, Delivery.FAILED, "lost"));

        app.press("Alt-R");

        assertThat(app.last(Command.Retry.class)).isEqualTo(new Command.Retry(Story.ONE, "own-lost"));
    }

    @Test
    void a_failed_one_can_be_taken_back_into_the_input() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), Own.message(ada, Delivery.FAILED, "lost"));

        app.type("/discard").press("Enter");

        assertThat(app.last(Command.Discard.class).cid()).isEqualTo("own-lost");
        assertThat(app.input()).isEmpty();

        app.tell(new Update.OutgoingRemoved(Story.ONE, "own-lost"));

        assertThat(app.input()).isEqualTo("lost");
    }

    @Test
    void one_line_goes_to_every_consumer_after_asking() {
        AppDriver app = new AppDriver(80, 24, AppDriver.options(3)).tell(ada.open());
        app.type("/cast hello all").press("Enter");
        assertThat(app.sent(Command.Send.class)).isEmpty();
        app.shows("To 3 consumers: hello all");

        app.press("y");

        assertThat(app.sent(Command.Send.class))
                .extracting(Command.Send::place)
                .containsExactly(ada.place(), Place.unopened(new ConsumerKey(2)), Place.unopened(new ConsumerKey(3)));
    }

    @Test
    void in_the_sandbox_one_can_speak_as_the_agent() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open());

        app.type("/as-agent How can I help?").press("Enter");

        assertThat(app.last(Command.SpeakAsAgent.class))
                .isEqualTo(new Command.SpeakAsAgent(Story.ONE, ada.id, "How can I help?"));
    }

    @Test
    void on_a_real_account_one_cannot() {
        Update real = new Update.ConsumerKnown(Story.ONE, "12345678", "id", "example.net", false, Optional.empty());
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), real);

        app.type("/as-agent hi").press("Enter");

        assertThat(app.sent(Command.SpeakAsAgent.class)).isEmpty();
        app.shows("Only the sandbox lets you speak as the agent");
    }

    @Test
    void a_quick_reply_is_picked_by_number() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.offers("12:01", "Where to?", "Home", "Office"));

        app.type("/pick 2").press("Enter");

        assertThat(app.last(Command.Pick.class))
                .isEqualTo(new Command.Pick(Story.ONE, ada.id, ada.id, 0, 1, Set.of(), "", "cid-1"));
        app.shows("▸ Office");
    }

    @Test
    void tab_goes_to_the_newest_quick_replies() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.offers("12:01", "Where to?", "Home", "Office"));

        app.press("Tab", "Down", "Enter");

        assertThat(app.last(Command.Pick.class).index()).isEqualTo(1);
    }

    @Test
    void what_is_typed_in_a_closed_conversation_can_start_a_new_one() {
        AppDriver app = new AppDriver(80, 24).tell(ada.closed(Instant.parse("2026-11-22T12:03:00Z")));
        app.press("Alt-Down").type("one more thing").press("Enter");
        app.shows("This conversation is closed");

        app.press("y");

        assertThat(app.last(Command.Send.class).place()).isEqualTo(Place.unopened(Story.ONE));
        assertThat(app.state().selected()).isEqualTo(Place.unopened(Story.ONE));
    }

    @Test
    void sending_goes_to_the_bottom() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.many(100, AppDriver.NOON));
        app.press("PgUp", "PgUp").hides("line 100");

        app.type("hello").press("Enter");

        app.shows("line 100", "▸ hello");
    }

    @Test
    void the_line_break_at_the_end_of_a_paste_is_not_sent() {
        AppDriver app = new AppDriver(80, 24).paste("ls\n\n").press("Enter");

        assertThat(app.last(Command.Send.class).text()).isEqualTo("ls");
    }

    @Test
    void a_cast_that_is_not_wanted_is_in_the_input_again() {
        for (String no : List.of("n", "Esc", "q", "Ctrl-C")) {
            AppDriver app = new AppDriver(80, 24).type("/cast hello all").press("Enter");

            app.press(no).hides("Send to everybody?");

            assertThat(app.input()).isEqualTo("/cast hello all");
            assertThat(app.sent(Command.Send.class)).isEmpty();
        }
    }

    @Test
    void a_cast_that_is_wanted_is_not() {
        AppDriver app = new AppDriver(80, 24).type("/cast hello all").press("Enter", "y");

        assertThat(app.input()).isEmpty();
        assertThat(app.last(Command.Send.class).text()).isEqualTo("hello all");
    }
}
