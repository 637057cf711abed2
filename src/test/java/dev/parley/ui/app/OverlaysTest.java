package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Link;
import dev.parley.conversation.Update;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands over the panes: set apart from what is behind it, and never over row 1. */
class OverlaysTest {
    private static final String BEHIND = "x".repeat(2_000);

    private final Story ada = Story.ada();

    @Test
    void a_box_has_a_frame_all_around() {
        AppDriver app = full(new AppDriver(120, 30)).press("Ctrl-X", "Ctrl-X");

        List<String> rows = app.screen().lines().toList();
        int top = rowWith(rows, "── All actions ──");
        assertThat(rows.get(top + 1)).containsPattern(" │ > +│x");
        assertThat(rows.get(top + 2)).containsPattern(" │   send what is typed +Enter  │x");
        assertThat(rows.get(top + 17)).containsPattern(" ─{80}x");
    }

    @Test
    void what_is_there_to_copy_has_nothing_beside_it() {
        AppDriver app = full(new AppDriver(200, 30)).press("Alt-I");

        List<String> rows = app.screen().lines().toList();
        int top = rowWith(rows, "── Info ──");
        assertThat(rows.get(top)).matches("── Info ─+").hasSize(200);
        assertThat(rows.get(top + 1)).startsWith("  account").doesNotContain("│", "xx");
    }

    @Test
    void row_1_and_the_hints_are_seen_however_long_it_is() {
        for (String key : List.of("F1", "Alt-I", "Alt-N", "Ctrl-G")) {
            AppDriver app = full(new AppDriver(80, 12)).press(key);

            assertThat(app.row(0)).contains("SANDBOX").endsWith("online 12 ms");
            assertThat(app.row(11)).endsWith("Esc back");
        }
    }

    @Test
    void every_answer_can_be_seen_on_the_smallest_screen() {
        AppDriver app = full(new AppDriver(20, 5)).press("Alt-N");
        app.shows("c  new consum");

        assertThat(app.press("Down", "Down").screen()).contains("t  try anyway");
        assertThat(app.row(0)).contains("SANDBOX");
    }

    @Test
    void the_search_of_what_was_sent_says_its_keys() {
        AppDriver app = new AppDriver(80, 24).press("Ctrl-R");

        app.shows("Ctrl-R older · Enter take it · Esc back").hides("Enter send");
        app.press("Esc").shows("Enter send");
    }

    @Test
    void why_there_is_no_connection_is_said_on_small_screens_too() {
        AppDriver app = new AppDriver(60, 10)
                .tell(new Update.LinkChanged(Story.ONE, new Link(Link.State.OFFLINE, -1, "cannot find the host")));

        app.shows("cannot find the host");
    }

    private AppDriver full(AppDriver app) {
        return app.tell(ada.known(), ada.online(12), ada.open(), ada.says("12:01", BEHIND), ada.says("12:03", BEHIND));
    }

    private static int rowWith(List<String> rows, String words) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).contains(words)) {
                return row;
            }
        }
        throw new AssertionError(words + " is not in\n" + String.join("\n", rows));
    }
}
