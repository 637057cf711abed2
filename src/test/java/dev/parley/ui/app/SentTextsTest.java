package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Storage;
import dev.parley.conversation.Update;
import org.junit.jupiter.api.Test;

/** What was sent, over restarts. */
class SentTextsTest {
    private final RememberedTexts texts = new RememberedTexts();
    private final AppDriver app = new AppDriver(80, 24, texts);

    @Test
    void what_is_sent_is_told_once_however_often_in_a_row() {
        app.type("one").press("Enter").type("one").press("Enter").type("two").press("Enter");

        assertThat(texts.added).containsExactly("one", "two");
    }

    @Test
    void what_was_sent_in_earlier_runs_is_found_with_up() {
        texts.give("older", "old");
        app.idle().type("new").press("Enter");

        assertThat(app.press("Up").input()).isEqualTo("new");
        assertThat(app.press("Up").input()).isEqualTo("old");
        assertThat(app.press("Up").input()).isEqualTo("older");
    }

    @Test
    void what_comes_during_a_walk_stands_further_up_and_moves_nothing() {
        app.type("new").press("Enter").type("typed").press("Up");

        texts.give("older", "old");
        app.idle();

        assertThat(app.input()).isEqualTo("new");
        assertThat(app.press("Up").input()).isEqualTo("old");
        assertThat(app.press("Down", "Down").input()).isEqualTo("typed");
    }

    @Test
    void a_search_that_goes_on_is_not_disturbed() {
        app.type("a new parcel").press("Enter", "Ctrl-R").type("parc");

        texts.give("an old parcel");

        app.idle().shows("(search) parc: a new parcel");
        assertThat(app.press("Enter", "Ctrl-R").type("old").press("Enter").input())
                .isEqualTo("an old parcel");
    }

    @Test
    void where_nothing_is_sent_nothing_is_told() {
        app.tell(new Update.StorageChanged(Story.ONE, new Storage(Storage.State.READ_ONLY, "Held.")));

        app.type("/find x").press("Enter", "Esc");

        assertThat(texts.added).isEmpty();
    }
}
