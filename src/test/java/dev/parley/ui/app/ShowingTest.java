package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Link;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import dev.parley.ui.Preferences;
import dev.parley.ui.state.ReceiptMode;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is shown and how: list, bare view, themes, facts, help, palette. */
class ShowingTest {
    private final Story ada = Story.ada();

    @Test
    void the_list_can_be_put_away_and_brought_back() {
        AppDriver app = new AppDriver(80, 24).press("F2").hides("Conversations");

        app.press("Alt-B").shows("Conversations");
    }

    @Test
    void on_a_narrow_screen_it_lies_over_the_history() {
        AppDriver app = new AppDriver(60, 20).hides("Conversations").press("F2");
        app.shows("Conversations");

        app.press("Esc").hides("Conversations");
    }

    @Test
    void the_bare_view_is_history_only() {
        AppDriver app = new AppDriver(80, 24)
                .tell(ada.open(), ada.says("12:01", "to be copied"))
                .press("Alt-L");
        app.shows("to be copied").hides("SANDBOX", "Conversations", "│", "Enter send");

        app.press("Esc").shows("SANDBOX");
    }

    @Test
    void typing_leaves_the_bare_view_and_is_typed() {
        AppDriver app = new AppDriver(80, 24).press("Alt-L").type("x");

        app.shows("SANDBOX", " > x");
    }

    @Test
    void times_can_be_exact() {
        AppDriver app = new AppDriver(120, 24).tell(ada.open(), ada.says("12:01", "a"), ada.says("12:01", "b"));

        app.press("Alt-Q");

        app.shows("12:01:00.000 #0    ◂ agent a", "12:01:00.000 #1    ◂ agent b");
    }

    @Test
    void a_theme_is_taken_at_once_and_remembered() {
        AppDriver app = new AppDriver(80, 24).type("/theme high-contrast").press("Enter");

        assertThat(app.state().look().theme().name()).isEqualTo("high-contrast");
        assertThat(app.preferences().get("theme")).hasValue("high-contrast");
    }

    @Test
    void a_theme_that_is_not_there_leaves_the_old_one() {
        AppDriver app = new AppDriver(80, 24).type("/theme nosuch").press("Enter");

        app.shows("There is no theme nosuch");
        assertThat(app.state().look().theme().name()).isEqualTo("mono");
    }

    @Test
    void the_facts_are_there_to_copy_and_the_token_is_not() {
        AppDriver app = new AppDriver(120, 30)
                .tell(ada.known(), ada.online(12), ada.open())
                .press("Alt-I");

        app.shows(
                "10000001",
                "19f98cd2-1234-4abc-9def-000000000001",
                "conv-1",
                "Sales",
                "wscat -H 'Authorization: jwt ****' -c",
                "ws://127.0.0.1:4242/ws_api/account/10000001/messaging/consumer?v=3");
    }

    @Test
    void help_lists_every_action() {
        AppDriver app = new AppDriver(120, 400).press("F1");

        ActionTable.all().all().forEach(action -> app.shows(action.description()));
    }

    @Test
    void the_palette_runs_what_is_picked_and_says_why_one_is_off() {
        AppDriver app = new AppDriver(120, 30).press("Ctrl-X", "Ctrl-X").type("close the");
        app.shows("close the conversation (asks first) (no conversation is open here)");

        app.press("Ctrl-U").type("ids and facts").press("Enter");

        app.shows("── Info").hides("── All actions");
    }

    @Test
    void connecting_now_asks_the_selected_one_and_those_that_are_down() {
        AppDriver app = new AppDriver(80, 24, AppDriver.options(3))
                .tell(ada.online(10), new Update.LinkChanged(new ConsumerKey(2), new Link(Link.State.ONLINE, 10, "")));

        app.press("Alt-C");

        assertThat(app.sent(Command.Reconnect.class))
                .extracting(reconnect -> reconnect.consumer().number())
                .containsExactly(1, 3);
    }

    @Test
    void the_word_about_the_link_stands_alone_on_row_1() {
        AppDriver app = new AppDriver(80, 24);
        for (Link.State state : Link.State.values()) {
            app.tell(ada.link(state));
            String word = state.name().toLowerCase(Locale.ROOT).replace('_', ' ');

            assertThat(app.row(0)).endsWith(word);
            assertThat(app.row(0).split("online", -1).length).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void it_is_the_last_thing_to_go() {
        for (int columns = 20; columns < 130; columns++) {
            AppDriver app = new AppDriver(columns, 10).tell(ada.known(), ada.link(Link.State.NOT_HEARD));

            assertThat(app.row(0)).contains("not heard");
        }
    }

    @Test
    void why_it_is_not_online_is_said_below() {
        new AppDriver(80, 24)
                .tell(new Update.LinkChanged(Story.ONE, new Link(Link.State.OFFLINE, -1, "cannot find the host")))
                .shows("cannot find the host");
    }

    @Test
    void messages_under_way_are_counted_only_when_they_take_their_time() {
        AppDriver app = new AppDriver(80, 24).type("hello").press("Enter");
        assertThat(app.row(0)).doesNotContain("in flight", "queued");
        assertThat(app.advance(1_000).row(0)).contains("queued 1");

        app.tell(Own.message(Place.unopened(Story.ONE), "cid-1", Delivery.IN_FLIGHT, "hello"));

        assertThat(app.row(0)).contains("in flight 1");
    }

    @Test
    void a_notice_about_another_conversation_names_it() {
        AppDriver app = new AppDriver(80, 24, AppDriver.options(2))
                .tell(new Update.Notice(new ConsumerKey(2), Optional.empty(), true, "the token has expired"));

        app.shows("new c2: the token has expired");
    }

    @Test
    void when_read_goes_out_is_remembered() {
        AppDriver app = new AppDriver(80, 24).type("/receipts manual").press("Enter");
        assertThat(app.preferences().get("receipts")).hasValue("manual");

        AppDriver again = new AppDriver(80, 24, AppDriver.options(1), app.preferences());

        assertThat(again.state().switches().receipts()).isEqualTo(ReceiptMode.MANUAL);
    }

    @Test
    void a_remembered_word_that_means_nothing_is_passed_over() {
        Preferences odd = Preferences.inMemory();
        odd.put("receipts", "sometimes");

        AppDriver app = new AppDriver(80, 24, AppDriver.options(1), odd);

        assertThat(app.state().switches().receipts()).isEqualTo(ReceiptMode.VISIBLE);
    }

    @Test
    void a_wait_that_has_just_begun_has_no_length() {
        AppDriver app = new AppDriver(120, 24).tell(ada.open(), ada.own("12:04", "hello"));

        app.shows("waits").hides("waits now");
    }

    @Test
    void before_the_first_connection_nothing_is_said_about_what_there_is() {
        AppDriver app = new AppDriver(80, 24);
        app.shows("Connecting … you can type already, Enter queues").hides("Type a message", "new conversation");
        app.tell(ada.link(Link.State.OFFLINE)).shows("Not connected … you can type already, Enter queues");

        app.tell(ada.online(10)).shows("Type a message and press Enter", "new conversation");

        app.tell(ada.link(Link.State.CONNECTING)).shows("Type a message and press Enter");
    }

    @Test
    void others_that_connect_for_the_first_time_are_not_down() {
        AppDriver app = new AppDriver(120, 24, AppDriver.options(3)).tell(ada.online(10));
        assertThat(app.row(0)).contains("others connecting 2").doesNotContain("down");

        ConsumerKey two = new ConsumerKey(2);
        app.tell(
                new Update.LinkChanged(two, new Link(Link.State.ONLINE, 10, "")),
                new Update.LinkChanged(two, new Link(Link.State.CONNECTING, -1, "")));

        assertThat(app.row(0)).contains("others down 1");
    }

    @Test
    void the_palette_says_why_something_cannot_be_done() {
        AppDriver app = new AppDriver(120, 30).tell(ada.open()).press("Ctrl-X", "Ctrl-X");

        app.type("failed message").shows("send the last failed message again (nothing has failed)");
        app.press("Ctrl-U").type("/discard").shows("(nothing is failed or queued)");
        app.press("Ctrl-U").type("/last").shows("(no other one was used before)");
        app.press("Ctrl-U").type("conversation 4").shows("(there is no row 4 in the list)");
        app.press("Ctrl-U").type("first unread").shows("(nothing is unread here)");
    }

    @Test
    void a_word_that_receipts_does_not_know_is_refused() {
        new AppDriver(80, 24)
                .type("/receipts foo")
                .press("Enter")
                .shows("/receipts takes visible, on-reply or manual.");
    }

    @Test
    void what_may_follow_a_key_is_said() {
        AppDriver app = new AppDriver(120, 24).press("Ctrl-X");

        app.shows("Ctrl-X…  ", "a unread · ", "n new · ", "i info").hides("Enter send");
    }

    @Test
    void the_bare_view_says_for_a_while_how_to_leave_it() {
        AppDriver app = new AppDriver(120, 24).tell(ada.open(), ada.name("Ada"), ada.says("12:01", "words"));

        app.press("Alt-L").shows("Esc brings the rest back.", "◂ Ada");

        assertThat(app.advance(10_000).screen()).doesNotContain("Esc brings");

        app.press("Esc", "Alt-L", "Esc").hides("Esc brings");
    }

    @Test
    void arrows_move_in_the_list_that_lies_over_the_history() {
        Story bo = new Story(2, "conv-2", "bo", AppDriver.NOON);
        AppDriver app = new AppDriver(60, 20).tell(bo.open(), ada.open()).press("F2");
        app.shows("Up Down choose · Enter go there · Esc back");

        app.press("Down", "Enter");

        assertThat(app.state().selected()).isEqualTo(bo.place());
        app.hides("Conversations");
    }
}
