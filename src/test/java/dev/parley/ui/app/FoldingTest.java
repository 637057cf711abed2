package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Content;
import dev.parley.conversation.Element;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A very long message costs its first page, and shows more when asked. */
class FoldingTest {
    private static final Pattern MORE = Pattern.compile("… (\\d+) more rows \\(Alt-V shows more\\)");

    private final Story ada = Story.ada();

    @Test
    void more_is_shown_in_its_place() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", lines(500)));
        app.shows("row 200", "… 300 more rows (Alt-V shows more)");

        app.press("Alt-V");

        app.shows("row 200", "row 201").hides("more rows");
        app.press("Alt-End").shows("row 500");
    }

    @Test
    void a_long_text_in_a_card_is_folded_too() {
        Content card = new Content.Card(new Element.Words(lines(500), Element.Look.PLAIN), List.of());
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.shows("12:01", card));
        app.shows("row 200", "… 300 more rows (Alt-V shows more)");

        app.press("Alt-V").hides("more rows").press("Alt-End");

        app.shows("row 500");
    }

    @Test
    void there_is_a_command_for_it_and_it_says_when_there_is_nothing() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", lines(201)));

        app.type("/more").press("Enter").hides("more rows");

        app.type("/more").press("Enter").shows("No message in view is folded.");
    }

    @Test
    void an_own_message_that_is_long_unfolds_too() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.own("12:01", lines(300)));
        app.shows("100 more rows");

        app.press("Ctrl-X", "v").hides("more rows").shows("row 201");
    }

    @Test
    @Shows("S12")
    void a_megabyte_is_unfolded_step_by_step() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "word ".repeat(200_000)));
        int steps = 0;
        long before = Long.MAX_VALUE;
        while (more(app) > 0) {
            assertThat(more(app)).isLessThan(before);
            before = more(app);
            app.press("Alt-V").press("Alt-End");
            steps++;
        }

        assertThat(steps).isBetween(2, 6);
        app.shows("word word");
        Figures.note(
                "S12", "FoldingTest", "a message of 1 MB folds at 200 rows and is whole after " + steps + " steps");
    }

    private static long more(AppDriver app) {
        Matcher more = MORE.matcher(app.screen());
        return more.find() ? Long.parseLong(more.group(1)) : 0;
    }

    private static String lines(int count) {
        StringBuilder lines = new StringBuilder("row 1");
        for (int i = 2; i <= count; i++) {
            lines.append("\nrow ").append(i);
        }
        return lines.toString();
    }
}
