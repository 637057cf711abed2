package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import org.junit.jupiter.api.Test;

/** Drafts, typing, and the input's own keys. */
class WritingTest {
    private final Story ada = Story.ada();

    @Test
    void a_draft_is_kept_within_two_seconds_of_the_last_key() {
        AppDriver app = new AppDriver(80, 24).type("hel");
        assertThat(app.sent(Command.SaveDraft.class)).isEmpty();

        app.advance(2_000);

        assertThat(app.last(Command.SaveDraft.class))
                .isEqualTo(new Command.SaveDraft(Story.ONE, Place.unopened(Story.ONE), "hel"));
    }

    @Test
    void a_message_that_was_sent_leaves_no_draft() {
        AppDriver app = new AppDriver(80, 24).type("hello").press("Enter").advance(5_000);

        assertThat(app.sent(Command.SaveDraft.class)).isEmpty();
    }

    @Test
    void a_draft_that_arrives_fills_an_untouched_input() {
        AppDriver app =
                new AppDriver(80, 24).tell(new Update.DraftLoaded(Story.ONE, Place.unopened(Story.ONE), "from before"));

        assertThat(app.input()).isEqualTo("from before");
    }

    @Test
    void a_draft_that_arrives_late_does_not_replace_what_was_typed() {
        AppDriver app = new AppDriver(80, 24).type("newer");

        app.tell(new Update.DraftLoaded(Story.ONE, Place.unopened(Story.ONE), "from before"));

        assertThat(app.input()).isEqualTo("newer");
    }

    @Test
    void typing_is_told_once_in_a_while_and_its_end_too() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open()).type("abc").advance(3_000);
        app.type("def").advance(3_000).type("g");

        app.press("Ctrl-U");

        assertThat(app.sent(Command.Typing.class))
                .extracting(Command.Typing::typing)
                .containsExactly(true, true, false);
    }

    @Test
    void somebody_who_goes_away_stops_typing() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open()).type("abc").advance(10_000);

        assertThat(app.sent(Command.Typing.class))
                .extracting(Command.Typing::typing)
                .containsExactly(true, false);
    }

    @Test
    void a_command_is_not_told_as_typing() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open()).type("/as-agent hello");

        assertThat(app.sent(Command.Typing.class)).isEmpty();
    }

    @Test
    void up_brings_back_what_was_sent_and_down_what_was_typed() {
        AppDriver app = new AppDriver(80, 24)
                .type("one")
                .press("Enter")
                .type("two")
                .press("Enter")
                .type("typed");

        assertThat(app.press("Up").input()).isEqualTo("two");
        assertThat(app.press("Up").input()).isEqualTo("one");
        assertThat(app.press("Down", "Down").input()).isEqualTo("typed");
    }

    @Test
    void control_r_searches_what_was_sent() {
        AppDriver app = new AppDriver(80, 24)
                .type("about the parcel")
                .press("Enter")
                .type("hello")
                .press("Enter")
                .type("typed");

        app.press("Ctrl-R").type("parc");
        app.shows("(search) parc: about the parcel");

        assertThat(app.press("Enter").input()).isEqualTo("about the parcel");
        assertThat(app.press("Ctrl-R").type("hel").press("Esc").input()).isEqualTo("about the parcel");
    }

    @Test
    void the_inputs_keys_work_on_clusters() {
        AppDriver app = new AppDriver(80, 24).paste("ab 👨‍👩‍👧");

        assertThat(app.press("Backspace").input()).isEqualTo("ab ");
        assertThat(app.press("Ctrl-A").type("x").press("Ctrl-E").type("y").input())
                .isEqualTo("xab y");
        assertThat(app.press("Ctrl-W").input()).isEqualTo("xab ");
        assertThat(app.press("Ctrl-Y").input()).isEqualTo("xab y");
        assertThat(app.press("Ctrl-U", "Ctrl-_").input()).isEqualTo("xab y");
    }

    @Test
    void the_input_grows_to_a_third_of_the_screen() {
        AppDriver app = new AppDriver(80, 24).paste("line\n".repeat(19) + "last");

        long rows = app.screen()
                .lines()
                .filter(line -> line.matches(" [> ] line.*"))
                .count();

        assertThat(rows).isEqualTo(7);
        app.shows("   last");
    }

    @Test
    void tab_completes_a_command_and_the_list_of_them_stands_above() {
        AppDriver app = new AppDriver(80, 24).type("/rec");
        app.shows("/receipts visible|on-reply|manual", "/reconnect");

        app.type("o").press("Tab");

        assertThat(app.input()).isEqualTo("/reconnect ");
    }

    @Test
    void option_letters_are_explained_once() {
        AppDriver app = new AppDriver(100, 24).type("å");
        app.shows("Your terminal sends Option as letters: use Ctrl-X a, or turn on Option-as-Meta");
        app.press("Backspace").advance(10_000);

        app.type("å");

        app.hides("Option-as-Meta");
        assertThat(app.input()).isEqualTo("å");
    }

    @Test
    void a_paste_is_one_edit() {
        AppDriver app = new AppDriver(80, 24).type("a").paste("b\nc\nd");

        assertThat(app.press("Ctrl-_").input()).isEqualTo("a");
    }

    @Test
    void lines_that_were_pasted_wait_for_enter_and_say_so() {
        AppDriver app = new AppDriver(80, 24).paste("one\ntwo\n");

        app.shows("2 lines in the input: Enter sends them as one message, Ctrl-_ undoes.");
    }

    @Test
    void one_pasted_line_needs_no_word() {
        new AppDriver(80, 24).paste("one\n").hides("in the input:");
    }

    @Test
    void what_was_only_a_hint_goes_with_the_next_enter() {
        AppDriver app = new AppDriver(80, 24).type("/start").press("Enter");
        app.shows("not a command, Enter again sends it as text");

        app.press("Enter").hides("not a command");
    }
}
