package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Content;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.scorecard.Shows;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happened twice, or otherwise, is marked and not hidden. */
class CopiesTest {
    private final Story ada = Story.ada();

    @Test
    @Shows("R2")
    void the_second_copy_of_an_own_message_says_so() {
        AppDriver app = new AppDriver(100, 24)
                .tell(ada.open(), ada.echo("cid-1", "12:01", "hello"), ada.echo("cid-1", "12:02", "hello"));

        app.shows("✓ twice: the service has this message a second time");
        assertThat(app.screen().lines().filter(row -> row.matches(".*│.* hello +✓")))
                .hasSize(2);
    }

    @Test
    void a_view_that_stands_on_the_first_stays_there_when_the_second_comes() {
        AppDriver app = new AppDriver(100, 24)
                .tell(ada.open(), ada.echo("cid-1", "12:01", "hello"), ada.many(100, AppDriver.NOON))
                .press("Alt-Home");
        String before = history(app);

        app.tell(ada.echo("cid-1", "12:04", "hello"));

        assertThat(history(app)).isEqualTo(before).contains("hello");
    }

    /** The first turn in view. */
    private static String history(AppDriver app) {
        return app.row(3).substring(app.row(3).indexOf('│'));
    }

    @Test
    void a_turn_that_came_again_otherwise_says_so() {
        AppDriver app = new AppDriver(100, 24).tell(ada.open(), ada.says("12:01", "the first words"));

        app.tell(ada.events(new Turn(0, ada.agent, AppDriver.NOON, Content.Text.of("other words"), Optional.empty())));

        app.shows("the first words", "came again with something else in it").hides("other words");
    }
}
