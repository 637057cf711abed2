package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Content;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.Update;
import dev.parley.terminal.Input;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScrollingTest {
    private final Story ada = Story.ada();

    @Test
    void the_view_holds_still_while_messages_arrive() {
        AppDriver app = hundred().press("PgUp");
        List<String> before = lines(app);

        app.tell(ada.says("12:04", "x"), ada.says("12:04", "y"), ada.says("12:04", "z"));

        assertThat(lines(app)).isEqualTo(before);
        app.shows("↓ 3 new (Esc)");
    }

    @Test
    void escape_on_an_empty_input_goes_to_the_bottom() {
        hundred().press("PgUp", "PgUp").hides("line 100").press("Esc").shows("line 100");
    }

    @Test
    void escape_with_something_typed_destroys_and_moves_nothing() {
        AppDriver app = hundred().type("typed").press("PgUp");
        List<String> before = lines(app);

        app.press("Esc");

        assertThat(lines(app)).isEqualTo(before);
        assertThat(app.input()).isEqualTo("typed");
    }

    @Test
    void paging_down_to_the_end_follows_again() {
        AppDriver app = hundred().press("PgUp", "PgUp", "PgDn", "PgDn");

        app.tell(ada.says("12:04", "the newest"));

        app.shows("the newest").hides("↓");
    }

    @Test
    void pages_keep_a_line_of_context() {
        AppDriver app = hundred();
        String top = lines(app).get(0);

        app.press("PgUp");

        assertThat(lines(app)).last().isEqualTo(top);
    }

    @Test
    void top_and_bottom_are_a_key_away() {
        hundred()
                .press("Alt-Home")
                .shows("line 1\n", "Sunday 22 November")
                .press("Alt-End")
                .shows("line 100");
    }

    @Test
    void the_wheel_scrolls_the_history_and_does_not_touch_the_input() {
        AppDriver app = hundred().type("typed").feed(new Input.Burst(-5));

        app.hides("line 100").shows("line 95\n");
        assertThat(app.input()).isEqualTo("typed");
        app.feed(new Input.Burst(5)).shows("line 100");
    }

    @Test
    void a_held_view_stays_until_it_is_let_go() {
        AppDriver app = hundred().press("Ctrl-S").tell(ada.says("12:04", "not yet"));
        app.hides("not yet").shows("↓ 1 new (Ctrl-Q)");

        app.press("Ctrl-Q").shows("not yet");
    }

    @Test
    void the_first_unread_is_a_key_away() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.many(50, AppDriver.NOON), ada.read());

        app.tell(ada.many(60, AppDriver.NOON)).press("Alt-U");

        assertThat(app.screen()).containsSubsequence("new messages", "line 1\n", "line 2\n");
    }

    @Test
    void a_resize_keeps_what_stands_at_the_top() {
        AppDriver app = hundred().press("PgUp", "PgUp");
        String top = lines(app).get(0);

        app.resize(100, 30);

        assertThat(lines(app).get(0)).isEqualTo(top);
    }

    @Test
    void the_echo_of_an_own_message_does_not_move_the_view() {
        AppDriver app = hundred().type("mine").press("Enter").press("Alt-PgUp");
        List<String> before = lines(app);

        app.tell(ada.echo("cid-1", "12:04", "mine"));

        assertThat(lines(app)).isEqualTo(before);
    }

    @Test
    void a_hundred_thousand_turns_are_laid_out_as_they_come_into_view() {
        List<TimelineEvent> turns = new ArrayList<>();
        IntStream.range(0, 100_000)
                .forEach(i -> turns.add(new TimelineEvent.Turn(
                        i,
                        ada.agent,
                        Instant.parse("2026-11-22T00:00:00Z").plusMillis(i * 400L),
                        Content.Text.of("turn " + i),
                        Optional.empty())));
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), new Update.Events(ada.consumer, ada.id, ada.id, turns));

        app.shows("turn 99999")
                .press("PgUp")
                .hides("turn 99999")
                .press("Alt-Home")
                .shows("turn 0\n");
    }

    private AppDriver hundred() {
        return new AppDriver(80, 24).tell(ada.open(), ada.many(100, AppDriver.NOON), ada.read());
    }

    /** The rows of turns. */
    private static List<String> lines(AppDriver app) {
        return app.screen()
                .lines()
                .filter(line -> line.contains("line "))
                .map(line -> line.substring(line.indexOf("line ")))
                .toList();
    }
}
