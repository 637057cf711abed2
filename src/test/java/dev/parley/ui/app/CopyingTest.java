package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What leaves by the clipboard: whole, safe, and never said to have been copied. */
class CopyingTest {
    private final Story ada = Story.ada();

    @Test
    void the_words_of_the_selected_message_go_to_the_terminal() {
        AppDriver app =
                new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "one\n  two"), ada.says("12:02", "end"));

        app.press("Alt-M", "k", "y").shows("Sent to the terminal: 2 lines.");

        assertThat(clipboard(app)).isEqualTo("one\n  two");
    }

    @Test
    void without_a_selection_it_is_the_newest_that_somebody_else_said() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "theirs"), ada.own("12:02", "mine"));

        app.type("/copy").press("Enter").shows("Sent to the terminal: 6 characters.");

        assertThat(clipboard(app)).isEqualTo("theirs");
    }

    @Test
    void where_nobody_has_said_anything_there_is_nothing_to_copy() {
        AppDriver app = new AppDriver(80, 24).type("/copy").press("Enter");

        app.shows("Nobody else has said anything here yet.");
        assertThat(clipboard(app)).isEmpty();
    }

    @Test
    void within_tmux_tmux_has_it_and_the_terminal_is_not_told_twice() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "one"));
        app.around().tmux = true;

        app.press("Alt-M", "y").shows("Sent to the terminal through tmux: 3 characters.");

        assertThat(app.around().kept).containsExactly("one");
        assertThat(clipboard(app)).isEmpty();
    }

    @Test
    void what_would_act_where_it_is_pasted_is_made_safe() {
        AppDriver app =
                new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "a\u001b[201~\rrm -rf\u200b x\u202e\n\n"));

        app.press("Alt-M", "y").shows("Sent to the terminal: 2 lines, without 1 that cannot be seen.");

        assertThat(clipboard(app)).isEqualTo("a^[[201~\nrm -rf x<U+202E>");
    }

    @Test
    void more_than_terminals_take_is_not_sent_at_all() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "x".repeat(8_193)));

        app.press("Alt-M", "y").shows("That is more than terminals take as one copy (8 KB). Nothing was sent.");

        assertThat(clipboard(app)).isEmpty();
    }

    @Test
    void the_longest_message_that_a_consumer_may_write_can_be_copied() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.own("12:01", "x".repeat(8_000)));

        app.press("Alt-M", "y");

        assertThat(clipboard(app)).hasSize(8_000);
    }

    @Test
    void a_fact_of_info_is_copied_by_its_name() {
        AppDriver app = new AppDriver(80, 24).tell(ada.known(), ada.open());

        app.type("/copy conversation").press("Enter");
        assertThat(clipboard(app)).isEqualTo("conv-1");

        app.type("/copy token-until").press("Enter");
        assertThat(clipboard(app)).isEqualTo("2026-12-21T18:00:00Z");
    }

    @Test
    void an_unknown_fact_names_those_that_there_are() {
        AppDriver app = new AppDriver(120, 24).tell(ada.open());

        app.type("/copy shoe-size").press("Enter");

        app.shows("There is no fact shoe-size to copy; there are: consumer, link, kept-on-disk, conversation, dialog");
    }

    @Test
    void info_copies_all_of_its_facts() {
        AppDriver app = new AppDriver(100, 30).tell(ada.known(), ada.open());

        app.press("Alt-I").shows("y copy it").press("y").shows("── Info").shows("Sent to the terminal: ");

        assertThat(clipboard(app))
                .contains("account: 10000001\nconsumer: 19f98cd2-1234-4abc-9def-000000000001\n", "jwt ****");
    }

    private static String clipboard(AppDriver app) {
        return app.tty().emulator().clipboard();
    }
}
