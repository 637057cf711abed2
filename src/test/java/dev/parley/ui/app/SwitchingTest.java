package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitchingTest {
    private final Story one = story(1);
    private final Story two = story(2);
    private final Story three = story(3);

    @Test
    void rows_are_walked_up_and_down_and_round() {
        AppDriver app = three();

        assertThat(walk(app, "Alt-Down", "Alt-Down", "Alt-Down", "Alt-Up")).containsExactly(2, 1, 3, 1);
    }

    @Test
    void the_other_ways_do_the_same() {
        AppDriver app = three();

        assertThat(walk(app, "F8", "Ctrl-N", "F7", "Ctrl-P")).containsExactly(2, 1, 2, 3);
    }

    @Test
    void rows_are_reached_by_number_and_by_command() {
        AppDriver app = three();

        assertThat(walk(app, "Alt-3", "Alt-1")).containsExactly(1, 3);
        app.type("/go 2").press("Enter");
        assertThat(app.state().selected()).isEqualTo(two.place());
    }

    @Test
    void control_x_and_the_letter_does_what_alt_does() {
        AppDriver app = three().press("Ctrl-X");
        app.shows("Ctrl-X…");

        app.press("3");

        assertThat(app.state().selected()).isEqualTo(one.place());
    }

    @Test
    void the_list_keeps_its_order_for_two_seconds_after_a_switching_key() {
        AppDriver app = three().press("Alt-Down");
        List<Place> before = order(app);

        app.tell(one.says("12:04", "news"));
        assertThat(order(app)).isEqualTo(before);

        app.advance(2_000);
        assertThat(order(app)).startsWith(one.place());
    }

    @Test
    void each_place_has_its_draft() {
        AppDriver app = three().type("for three").press("Alt-Down").type("for two");

        assertThat(app.press("Alt-Up").input()).isEqualTo("for three");
        assertThat(app.press("Alt-Down").input()).isEqualTo("for two");
        assertThat(app.sent(Command.SaveDraft.class))
                .extracting(Command.SaveDraft::text)
                .containsExactly("for three", "for two");
        app.shows("✎");
    }

    @Test
    void the_last_used_one_is_a_key_away() {
        AppDriver app = three().press("Alt-3");

        assertThat(walk(app, "Alt-S", "Alt-S")).containsExactly(3, 1);
    }

    @Test
    void unread_ones_come_in_the_order_of_their_waiting_and_then_it_goes_back() {
        AppDriver app = three().tell(two.says("12:03", "second"), one.says("12:02", "first"));
        Place start = app.state().selected();

        assertThat(walk(app, "Alt-A", "Alt-A")).containsExactly(1, 2);
        assertThat(app.press("Alt-A").state().selected()).isEqualTo(start);
    }

    @Test
    void with_nothing_unread_the_one_that_waits_longest_for_an_answer_is_found() {
        AppDriver app = three().tell(two.own("12:02", "still there?"), one.own("12:03", "hello?"));

        assertThat(walk(app, "Alt-A")).containsExactly(2);
    }

    @Test
    void among_thirty_the_one_that_waits_longest_is_one_key_away() {
        AppDriver app = new AppDriver(80, 24, AppDriver.options(30));
        for (int consumer = 1; consumer <= 30; consumer++) {
            Story story = story(consumer);
            app.tell(story.open(), story.own("12:02", "hello"), story.says("12:03", "hi"));
        }
        Story waiting = story(17);
        waiting.skip(2);
        app.tell(waiting.own("12:01", "anybody?"));

        app.press("Ctrl-X", "a");

        assertThat(app.state().selected().consumer().number()).isEqualTo(17);
    }

    @Test
    void go_to_filters_as_one_types() {
        AppDriver app = three().tell(one.says("12:04", "about your parcel"));

        app.press("Ctrl-G").type("parcel").press("Enter");

        assertThat(app.state().selected()).isEqualTo(one.place());
    }

    @Test
    void go_to_backs_out_without_going() {
        AppDriver app = three();

        assertThat(walk(app.press("Ctrl-G").type("agent"), "Esc")).containsExactly(3);
        assertThat(app.input()).isEmpty();
    }

    @Test
    void more_than_twelve_rows_take_one_line_each() {
        AppDriver app = new AppDriver(120, 40, AppDriver.options(13));

        assertThat(app.screen()).contains("▸ new c1").contains("  new c2");
        assertThat(app.row(2)).startsWith("▸ new c1");
        assertThat(app.row(3)).startsWith("  new c2");
    }

    @Test
    void the_selected_row_is_in_view_among_many() {
        AppDriver app = new AppDriver(80, 24, AppDriver.options(40));

        app.press("Alt-Up");

        app.shows("▸ new c40").hides("new c1 ");
    }

    @Test
    void at_a_later_start_the_open_conversation_is_what_one_sees() {
        AppDriver app = new AppDriver(80, 24).type("hello");

        app.tell(one.open(), one.says("12:01", "welcome back"));

        assertThat(app.state().selected()).isEqualTo(one.place());
        assertThat(app.input()).isEqualTo("hello");
        app.shows("welcome back");
    }

    @Test
    void history_is_asked_for_once_for_each_conversation_that_is_looked_at() {
        AppDriver app = three().press("Alt-Down", "Alt-Up", "Alt-Down");

        assertThat(app.sent(Command.LoadHistory.class))
                .extracting(Command.LoadHistory::conversationId)
                .containsExactly("conv-1", "conv-3", "conv-2");
    }

    @Test
    void a_conversation_that_is_gone_gives_way_to_its_neighbour_and_its_text_is_kept() {
        AppDriver app = three().press("Alt-Down").type("not lost");

        app.tell(new Update.ConversationGone(two.consumer, two.id));

        assertThat(app.state().selected()).isNotEqualTo(two.place());
        assertThat(app.press("Up").input()).isEqualTo("not lost");
    }

    /** Three consumers with a conversation each, the third one's newest and selected, everything read. */
    private AppDriver three() {
        AppDriver app = new AppDriver(80, 24, AppDriver.options(3));
        for (Story story : List.of(one, two, three)) {
            app.tell(story.open(), story.says("12:0" + (story.consumer.number() - 1), "hello"), story.read());
        }
        return app.press("Alt-1").advance(2_000);
    }

    private static Story story(int consumer) {
        return new Story(consumer, "conv-" + consumer, "agent-" + consumer, Instant.parse("2026-11-22T11:00:00Z"));
    }

    private static List<Integer> walk(AppDriver app, String... keys) {
        List<Integer> stops = new ArrayList<>();
        for (String key : keys) {
            app.press(key);
            stops.add(app.state().selected().consumer().number());
        }
        return stops;
    }

    private static List<Place> order(AppDriver app) {
        return app.state().rows().all().stream().map(row -> row.place()).toList();
    }

    @Test
    void a_name_counts_more_than_words_and_ids_only_with_some_length() {
        Story two = new Story(2, "conv-c2", "ada", Instant.parse("2026-11-22T12:02:00Z"));
        Story three = new Story(3, "conv-c2c2", "bo", Instant.parse("2026-11-22T12:03:00Z"));
        AppDriver app = new AppDriver(120, 24).tell(two.open(), three.open(), three.says("12:04", "are you c2?"));

        app.type("/go c2").press("Enter");
        assertThat(app.state().selected()).isEqualTo(two.place());

        app.type("/go c2c2").press("Enter");
        assertThat(app.state().selected()).isEqualTo(three.place());
    }
}
