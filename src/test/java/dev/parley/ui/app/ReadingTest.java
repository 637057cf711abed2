package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.terminal.Input;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private final Story ada = Story.ada();
    private final Story bo = new Story(2, "conv-2", "bo", Instant.parse("2026-11-22T11:50:00Z"));

    @Test
    void peeking_is_not_reading() {
        AppDriver app = two().press("Alt-Down").advance(900).press("Alt-Up");

        assertThat(app.sent(Command.MarkRead.class)).isEmpty();
        assertThat(app.row(0)).contains("unread 1");
    }

    @Test
    void staying_a_second_is() {
        AppDriver app = two().press("Alt-Down").advance(1_000);

        assertThat(app.last(Command.MarkRead.class)).isEqualTo(new Command.MarkRead(bo.consumer, bo.id, bo.id, 0));
        assertThat(app.row(0)).contains("unread 0");
    }

    @Test
    void typing_is() {
        assertThat(two().press("Alt-Down").type("x").sent(Command.MarkRead.class))
                .hasSize(1);
    }

    @Test
    void scrolling_is() {
        assertThat(two().press("Alt-Down", "PgUp").sent(Command.MarkRead.class)).hasSize(1);
    }

    @Test
    void staying_without_the_focus_is_not() {
        AppDriver app = two().press("Alt-Down").feed(new Input.Focus(false)).advance(60_000);
        assertThat(app.sent(Command.MarkRead.class)).isEmpty();

        app.feed(new Input.Focus(true)).advance(1_000);
        assertThat(app.sent(Command.MarkRead.class)).hasSize(1);
    }

    @Test
    void what_arrives_while_one_is_there_is_read_at_once_and_once() {
        AppDriver app = two().advance(1_000);

        app.tell(ada.says("12:04", "and another"), ada.says("12:04", "and one more"));

        assertThat(app.sent(Command.MarkRead.class))
                .extracting(Command.MarkRead::upToSequence)
                .containsExactly(3L);
        assertThat(app.screen()).doesNotContain("new messages");
    }

    @Test
    void what_lies_below_the_view_is_not_read() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.many(100, AppDriver.NOON));
        app.press("PgUp", "PgUp");
        app.sent().clear();

        app.tell(ada.says("12:04", "far below"));

        assertThat(app.sent(Command.MarkRead.class)).isEmpty();
        app.shows("↓ 1 new");
    }

    @Test
    void a_line_tells_where_the_new_ones_begin_until_they_were_read() {
        AppDriver app = two().press("Alt-Down");
        app.shows("new messages").advance(1_000).shows("new messages");

        app.press("Alt-Up", "Alt-Down");

        app.hides("new messages");
    }

    @Test
    void by_reply_means_when_one_answers() {
        AppDriver app =
                two().type("/receipts on-reply").press("Enter", "Alt-Down").advance(5_000);
        assertThat(app.sent(Command.MarkRead.class)).isEmpty();

        app.type("hi").press("Enter");

        assertThat(app.sent(Command.MarkRead.class)).hasSize(1);
    }

    @Test
    void by_hand_means_by_hand() {
        AppDriver app =
                two().type("/receipts manual").press("Enter", "Alt-Down").advance(5_000);
        app.type("hi").press("Enter");
        assertThat(app.sent(Command.MarkRead.class)).isEmpty();

        app.type("/read").press("Enter");

        assertThat(app.sent(Command.MarkRead.class)).hasSize(1);
    }

    /** Ada's conversation is read and selected; Bo's has an unread turn. */
    private AppDriver two() {
        AppDriver app = new AppDriver(80, 24, AppDriver.options(2));
        app.tell(ada.open(), ada.says("12:04", "hello"), ada.read());
        app.tell(bo.open(), bo.says("12:02", "hello too"));
        return app;
    }
}
