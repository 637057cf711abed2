package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Content;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Update;
import dev.parley.terminal.ColorMode;
import dev.parley.terminal.ForwardingTty;
import dev.parley.terminal.Input;
import dev.parley.terminal.Style;
import dev.parley.terminal.Surface;
import dev.parley.terminal.TestTty;
import dev.parley.text.SafeText;
import dev.parley.ui.state.Cursor;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.Overlay;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bug in one thing must not take the rest with it. RELIABILITY.md 2.4, H12. */
class BugsTest {
    private final Story ada = Story.ada();

    @ParameterizedTest
    @CsvSource({
        "0, 0, 80, status",
        "16, 1, 64, head line",
        "16, 4, 64, history",
        "0, 1, 15, list",
        "0, 21, 80, rule",
        "0, 22, 80, input",
        "0, 23, 80, hint"
    })
    void a_pane_that_cannot_be_drawn_says_so_and_the_others_are_drawn(int column, int row, int columns, String pane) {
        Cracked tty = new Cracked(80, 24);
        AppDriver app = new AppDriver(tty).tell(ada.open(), ada.says("12:01", "Hello"), ada.says("12:02", "there"));

        tty.crack(column, row, columns);
        app.type("typed").tell(ada.says("12:03", "again")).resize(80, 24);

        assertThat(app.failures()).containsExactly("the " + pane + " could not be drawn (#1)");
        app.shows("cannot show", "(#1)");
        assertThat(app.input()).isEqualTo("typed");
        for (String other : List.of("SANDBOX", "agent · Sales", "12:01 ◂ Hello", "Conversations", "─┴─", " > typed")) {
            boolean own = other.startsWith(
                    switch (pane) {
                        case "status" -> "SANDBOX";
                        case "head line" -> "agent";
                        case "history" -> "12:01";
                        case "list" -> "Conversations";
                        case "rule" -> "─";
                        case "input" -> " > typed";
                        default -> "none";
                    });
            assertThat(app.screen().contains(other)).as(other).isNotEqualTo(own);
        }

        tty.mend();
        app.resize(80, 24).hides("cannot show");
    }

    @Test
    void a_strip_that_cannot_be_drawn_says_so() {
        Cracked tty = new Cracked(60, 20);
        AppDriver app = new AppDriver(tty).tell(ada.open());

        tty.crack(0, 1, 60);

        app.type("typed").resize(60, 20).shows("cannot show this (#1)", "> typed");
    }

    @Test
    void a_message_that_cannot_be_drawn_stands_in_its_place_by_its_number() {
        AppDriver app = broken();

        app.shows("12:01 ◂ before", "cannot show this message (#", "after", "Conversations");
        assertThat(app.failures()).containsOnlyOnce("a message could not be laid out (#1)");
        app.press("PgUp", "PgDn", "Alt-Q", "Alt-Q").tell(ada.says("12:04", "still going"));

        app.shows("still going");
        assertThat(app.failures()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void the_same_message_does_not_end_the_next_start_either() {
        AppDriver again = broken();

        assertThat(again.type("still here").input()).isEqualTo("still here");
        assertThat(again.press("Ctrl-X", "Ctrl-C").code()).hasValue(0);
    }

    @Test
    void a_conversation_that_cannot_be_listed_leaves_the_others() {
        Story bo = new Story(2, "conv-2", "bo", Instant.parse("2026-11-22T12:02:00Z"));
        AppDriver app =
                new AppDriver(120, 24, AppDriver.options(2)).tell(bo.open(), bo.name("Bo"), bo.says("12:02", "Hi"));

        app.tell(ada.open(), ada.events(unreadable(ada, 0)));

        app.shows("Bo c2", "Hi", "cannot show this (#");
    }

    @Test
    void an_overlay_that_cannot_be_drawn_leaves_the_panes() {
        AppDriver app = new AppDriver(80, 24).type("kept");
        app.state().overlays().open(new Broken());

        app.resize(90, 24).shows("SANDBOX", " > kept", "cannot show this (#1)");

        assertThat(app.failures()).containsExactly("the overlay could not be drawn (#1)");
    }

    @Test
    void a_key_that_fails_is_said_and_the_next_one_works() {
        AppDriver app = new AppDriver(80, 24).type("kept");
        app.state().overlays().open(new Broken());

        app.press("x").shows("Something went wrong inside Parley; the log has it (#1).", " > kept");

        app.press("Ctrl-C").type(", still").shows(" > kept, still");
    }

    @Test
    void an_overlay_that_fails_is_left_with_escape() {
        AppDriver app = new AppDriver(80, 24);
        app.state().overlays().open(new Broken());

        app.press("Esc");

        assertThat(app.type("free").input()).isEqualTo("free");
    }

    @Test
    void an_update_that_fails_takes_no_other_with_it() {
        AppDriver app = new AppDriver(80, 24)
                .tell(
                        ada.open(),
                        new Update.Notice(new ConsumerKey(1), Optional.empty(), true, null),
                        ada.says("12:01", "after it"));

        app.shows("after it");
        assertThat(app.taken()).isEqualTo(3);
    }

    @Test
    void a_circle_is_a_bug_and_no_memory_is_not() {
        Overlay endless = new Broken() {
            @Override
            public Cursor draw(Surface screen, Look look) {
                return draw(screen, look);
            }
        };
        Overlay hungry = new Broken() {
            @Override
            public Cursor draw(Surface screen, Look look) {
                throw new OutOfMemoryError("as in a test");
            }
        };
        AppDriver app = new AppDriver(80, 24);
        app.state().overlays().open(endless);
        app.resize(90, 24).shows("cannot show this (#1)");

        app.state().overlays().open(hungry);

        assertThatThrownBy(() -> app.resize(80, 24)).isInstanceOf(OutOfMemoryError.class);
    }

    private AppDriver broken() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "before"));
        app.tell(ada.events(unreadable(ada, 1)));
        ada.skip(1);
        return app.tell(ada.says("12:03", "after"));
    }

    /** What no session would tell, but a fault of ours might. */
    @SuppressWarnings("NullAway")
    private static Turn unreadable(Story story, long sequence) {
        return new Turn(
                sequence,
                story.agent,
                Instant.parse("2026-11-22T12:02:00Z"),
                new Content.Text(null, List.of()),
                Optional.empty());
    }

    private static class Broken implements Overlay {
        @Override
        public Cursor draw(Surface screen, Look look) {
            throw new IllegalStateException("a bug");
        }

        @Override
        public Answer take(Input input) {
            throw new IllegalStateException("a bug");
        }
    }

    /** A terminal on which nothing can be put into a part of a row but that this is so. */
    static final class Cracked extends ForwardingTty {
        private int column;
        private int row = -1;
        private int columns;

        Cracked(int columns, int rows) {
            super(new TestTty(columns, rows, ColorMode.NONE));
        }

        void crack(int column, int row, int columns) {
            this.column = column;
            this.row = row;
            this.columns = columns;
        }

        void mend() {
            row = -1;
        }

        @Override
        public Surface surface() {
            return new Part(super.surface(), 0, 0);
        }

        private final class Part implements Surface {
            private final Surface whole;
            private final int left;
            private final int top;

            Part(Surface whole, int left, int top) {
                this.whole = whole;
                this.left = left;
                this.top = top;
            }

            @Override
            public int columns() {
                return whole.columns();
            }

            @Override
            public int rows() {
                return whole.rows();
            }

            @Override
            public Surface part(int column, int row, int columns, int rows) {
                return new Part(whole.part(column, row, columns, rows), left + column, top + row);
            }

            @Override
            public int put(int at, int line, SafeText text, Style style) {
                boolean hit = top + line == row && left + at >= column && left + at < column + columns;
                if (hit && !text.toString().startsWith("cannot show")) {
                    throw new IllegalStateException("a bug");
                }
                return whole.put(at, line, text, style);
            }

            @Override
            public void fill(Style style) {
                whole.fill(style);
            }

            @Override
            public void blank(int column, int row, int columns, Style style) {
                whole.blank(column, row, columns, style);
            }
        }
    }
}
