package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Attached.Saving;
import dev.parley.conversation.Attached.Saving.State;
import dev.parley.conversation.Command;
import dev.parley.conversation.Content;
import dev.parley.conversation.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that an agent has sent is saved by keys, after one has seen where to. */
class FetchingTest {
    private final Story ada = Story.ada();

    private AppDriver app(int columns, int rows, Content... shown) {
        AppDriver app = new AppDriver(columns, rows).tell(ada.name("Ada"), ada.open());
        for (Content each : shown) {
            app.tell(ada.shows("12:01", each));
        }
        return app;
    }

    private static Content.File disc() {
        return new Content.File("A blue disc", "/v1/1.PNG", "PNG", 900);
    }

    private AppDriver saving(AppDriver app, State state, long got, String words) {
        return app.tell(
                new Update.SavingChanged(ada.consumer, ada.id, ada.id, 0, new Saving(state, got, 1_000, words)));
    }

    @ParameterizedTest
    @CsvSource({"120, 40", "80, 24", "60, 20"})
    void it_is_a_row_that_tab_and_enter_save(int columns, int rows) {
        AppDriver app = app(columns, rows, disc()).shows("[1] [file: A blue disc · PNG]");

        app.press("Tab", "Enter");
        app.shows("Save this file?", "A blue disc, PNG, from Ada", "/home/me/Downloads", "as A blue disc.png");
        assertThat(app.sent(Command.SaveFile.class)).isEmpty();
        app.press("y");

        assertThat(app.last(Command.SaveFile.class))
                .isEqualTo(new Command.SaveFile(ada.consumer, ada.id, ada.id, 0, "/home/me/Downloads"));
    }

    @Test
    void the_select_modes_s_saves_it() {
        AppDriver app = app(80, 24, disc());

        app.press("Alt-M", "s", "y");

        assertThat(app.sent(Command.SaveFile.class)).hasSize(1);
    }

    @Test
    void the_command_counts_from_the_newest() {
        AppDriver app = app(80, 24, disc(), new Content.File("Second", "/v1/2.GIF", "GIF", 0));

        app.type("/save 2").press("Enter").shows("A blue disc, PNG");
        app.press("n", "Ctrl-U").type("/save").press("Enter").shows("Second, GIF");
        app.press("n", "Ctrl-U")
                .type("/save 3")
                .press("Enter")
                .shows("/save takes a number from 1, the newest file, to 2.");
    }

    @Test
    void its_way_shows_on_it_and_it_can_be_stopped() {
        AppDriver app = saving(app(80, 24, disc()), State.RUNNING, 500, "");
        app.shows("saving [##########----------] 50 %");

        app.press("Tab", "Enter").shows("Stop saving?").press("y");

        assertThat(app.last(Command.StopSaving.class).sequence()).isZero();
    }

    @Test
    void where_it_is_now_stays_on_it() {
        AppDriver app = saving(app(80, 24, disc()), State.SAVED, 1_000, "/home/me/Downloads/A blue disc.png");

        app.shows("✓ saved as /home/me/Downloads/A blue disc.png");
    }

    @Test
    void why_it_failed_stays_on_it() {
        saving(app(80, 24, disc()), State.FAILED, 0, "File not found").shows("✗ not saved: File not found");
    }

    @Test
    void hostile_words_reach_neither_the_screen_nor_the_name() {
        Content.File hostile = new Content.File("../../\u202Egnp.\u001b]0;x\u0007exe", "/v1/1.PNG", "P\u001bNG", 0);

        AppDriver app = app(80, 24, hostile).press("Tab", "Enter");

        app.shows("as gnp.]0;xexe");
        assertThat(app.screen()).doesNotContain("\u202E", "\u001b");
    }

    @Test
    void an_agent_s_words_do_not_say_in_our_place_where_it_goes() {
        Content.File hostile = new Content.File("a.png, PNG\nIt goes into /home/me/.ssh\nas b", "/v1/1", "P\nG", 0);

        AppDriver app = app(80, 24, hostile).press("Tab", "Enter");

        assertThat(app.screen().lines().filter(row -> row.strip().matches("\\W*It goes into .*")))
                .singleElement()
                .asString()
                .contains("/home/me/Downloads");
    }

    @Test
    void without_a_folder_it_says_what_to_set() {
        AppDriver app = app(80, 24, disc());
        app.around().downloads = null;

        app.press("Tab", "Enter").shows("download-folder");
    }
}
