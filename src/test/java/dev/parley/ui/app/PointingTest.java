package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Update;
import dev.parley.ui.Preferences;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mouse: the terminal's own, until it is asked for. */
class PointingTest {
    private static final Instant LATE = Instant.parse("2026-11-22T12:04:00Z");

    private final Story ada = Story.ada();
    private final Story bo = new Story(2, "conv-2", "bo", Instant.parse("2026-11-22T11:50:00Z"));

    @Test
    void it_is_the_terminal_s_until_it_is_asked_for_and_again_when_it_is_given_back() {
        AppDriver app = new AppDriver(80, 24);
        assertThat(app.tty().emulator().modes()).doesNotContain(1000, 1006);

        app.type("/mouse").press("Enter").shows("Mouse on: the wheel scrolls, a click picks.");
        assertThat(app.tty().emulator().modes()).contains(1000, 1006);
        app.type("/mouse").press("Enter").shows("Mouse off.");

        assertThat(app.tty().emulator().modes()).doesNotContain(1000, 1006);
    }

    @Test
    void it_is_remembered_and_taken_again_after_the_shell_had_the_screen() {
        Preferences preferences = Preferences.inMemory();
        preferences.put("mouse", "on");
        AppDriver app = new AppDriver(80, 24, AppDriver.options(1), preferences);
        assertThat(app.tty().emulator().modes()).contains(1000, 1006);

        app.tty().emulator().write("\033[?1006l\033[?1000l".getBytes(StandardCharsets.US_ASCII));
        app.press("Ctrl-L");

        assertThat(app.tty().emulator().modes()).contains(1000, 1006);
    }

    @ParameterizedTest
    @CsvSource({"120, 40", "80, 24"})
    void a_click_on_a_row_of_the_list_goes_there(int columns, int rows) {
        AppDriver app = talking(columns, rows);
        int row = rowOf(app, "Bo");

        click(app, 4, row);

        assertThat(app.state().selected()).isEqualTo(bo.place());
    }

    @Test
    void so_does_one_on_the_strip_and_on_the_list_that_lies_over_the_history() {
        AppDriver app = talking(60, 20);
        click(app, app.row(1).indexOf("Bo"), 1);
        assertThat(app.state().selected()).isEqualTo(bo.place());

        app.press("F2");
        click(app, 30, rowOf(app, "Ada"));

        assertThat(app.state().selected()).isEqualTo(ada.place());
        app.hides("Conversations").shows("hello");
    }

    @Test
    void a_click_in_the_input_goes_back_to_writing() {
        AppDriver app = talking(80, 24).type("abc").press("Alt-M").shows("Esc back");

        click(app, 4, rowOf(app, " > abc"));
        app.type("x");

        assertThat(app.input()).isEqualTo("axbc");
    }

    @Test
    void a_click_beside_all_that_does_nothing() {
        AppDriver app = talking(80, 24);
        List<String> before = new ArrayList<>(app.screen().lines().toList());

        for (int row = 0; row < 24; row++) {
            click(app, 79, row);
        }
        click(app, 500, 500);

        assertThat(app.screen().lines().toList()).isEqualTo(before);
    }

    @Test
    void a_click_in_the_input_places_the_cursor_on_a_cluster() {
        AppDriver app = talking(80, 24).type("ab\uD83D\uDE00cd");
        int row = rowOf(app, " > ab");

        click(app, 3 + 4, row);
        app.type("X");
        assertThat(app.input()).isEqualTo("ab\uD83D\uDE00Xcd");
        click(app, 3 + 3, row);
        app.type("Y");

        assertThat(app.input()).isEqualTo("abY\uD83D\uDE00Xcd");
    }

    @Test
    void in_an_input_of_several_rows_the_row_counts_and_beyond_its_text_the_end_is_meant() {
        AppDriver app = talking(80, 24).paste("first\nsecond\nthird");
        int row = rowOf(app, " > first");

        click(app, 3 + 2, row + 1);
        app.type("|");
        click(app, 70, row);
        app.type("|");

        assertThat(app.input()).isEqualTo("first|\nse|cond\nthird");
    }

    @Test
    void the_wheel_scrolls_the_history() {
        AppDriver app = talking(80, 24).tell(ada.many(60, LATE));

        for (int i = 0; i < 5; i++) {
            app.tty().type("\033[<64;40;10M");
        }
        app.idle().hides("line 60").shows("more (Esc)");
        for (int i = 0; i < 6; i++) {
            app.tty().type("\033[<65;40;10M");
        }

        app.idle().shows("line 60");
    }

    @Test
    void a_click_under_a_question_picks_nothing() {
        AppDriver app = talking(80, 24);
        int row = rowOf(app, "Bo");

        app.press("F1");
        click(app, 4, row);

        assertThat(app.state().selected()).isEqualTo(ada.place());
    }

    private AppDriver talking(int columns, int rows) {
        return new AppDriver(columns, rows)
                .tell(
                        ada.open(),
                        ada.name("Ada"),
                        ada.says("12:03", "hello"),
                        bo.open(),
                        new Update.NameKnown(bo.consumer, "bo", "Bo"),
                        bo.says("12:01", "hi"));
    }

    /** As xterm tells it, press and release. */
    private static void click(AppDriver app, int column, int row) {
        app.tty().type("\033[<0;" + (column + 1) + ";" + (row + 1) + "M");
        app.tty().type("\033[<0;" + (column + 1) + ";" + (row + 1) + "m");
        app.idle();
    }

    private static int rowOf(AppDriver app, String words) {
        List<String> lines = app.screen().lines().toList();
        for (int row = 2; row < lines.size(); row++) {
            if (lines.get(row).contains(words)) {
                return row;
            }
        }
        throw new AssertionError(words + " is not on the screen:\n" + app.screen());
    }
}
