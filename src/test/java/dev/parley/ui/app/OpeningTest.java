package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
    private static final ConsumerKey TWO = new ConsumerKey(2);
    private final Story ada = Story.ada();

    @Test
    void with_one_open_it_asks() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open()).press("Alt-N");

        app.shows("c  new consumer", "g  go to the one that is open", "t  try anyway");
        assertThat(app.sent(Command.OpenConversation.class)).isEmpty();
    }

    @Test
    void a_new_consumer_has_a_row_at_once() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open()).press("Alt-N", "c");

        assertThat(app.last(Command.AddConsumer.class).consumer()).isEqualTo(TWO);
        assertThat(app.state().selected()).isEqualTo(Place.unopened(TWO));
        app.shows("▸ new c2", "you can type already");
    }

    @Test
    void going_to_the_open_one_goes_there() {
        Story old = new Story(1, "conv-0", "ada", Instant.parse("2026-11-20T11:50:00Z"));
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), old.closed(Instant.parse("2026-11-20T12:00:00Z")));

        app.press("Alt-Down", "Alt-N", "g");

        assertThat(app.state().selected()).isEqualTo(ada.place());
    }

    @Test
    void trying_anyway_takes_the_text_along_and_brings_it_back_when_refused() {
        AppDriver app =
                new AppDriver(80, 24).tell(ada.open()).type("second topic").press("Alt-N", "t");
        assertThat(app.last(Command.OpenConversation.class).text()).isEqualTo("second topic");
        app.shows("▸ second topic");

        app.tell(new Update.TextReturned(
                Story.ONE, Place.unopened(Story.ONE), "cid-1", "second topic", "one is open already"));

        assertThat(app.input()).isEqualTo("second topic");
        app.shows("one is open already");
    }

    @Test
    void a_refused_text_comes_back_in_whatever_order_the_session_speaks() {
        AppDriver app =
                new AppDriver(80, 24).tell(ada.open()).type("important words").advance(3_000);
        app.press("Alt-N", "t");
        app.tell(Own.message(Place.unopened(Story.ONE), "cid-1", Delivery.QUEUED, "important words"))
                .advance(3_000);

        app.tell(
                new Update.TextReturned(Story.ONE, Place.unopened(Story.ONE), "cid-1", "important words", "no"),
                new Update.Notice(Story.ONE, Optional.empty(), true, "No new conversation was opened: no"),
                Own.message(Place.unopened(Story.ONE), "cid-1", Delivery.QUEUED, "important words"));

        assertThat(app.state().selected()).isEqualTo(ada.place());
        app.shows(" > important words", "No new conversation was opened: no").hides("▸ important words");
    }

    @Test
    void trying_anyway_without_words_shows_what_the_service_opened() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open()).press("Alt-N", "t");
        Story second = new Story(1, "conv-2", "ada", AppDriver.NOON);

        app.tell(second.open());

        assertThat(app.state().selected()).isEqualTo(second.place());
    }

    @Test
    void escape_backs_out() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open()).type("kept").press("Alt-N", "Esc");

        assertThat(app.input()).isEqualTo("kept");
        app.hides("try anyway");
        assertThat(app.sent(Command.OpenConversation.class)).isEmpty();
    }

    @Test
    void with_none_open_one_only_has_to_write() {
        Story old = new Story(1, "conv-0", "ada", Instant.parse("2026-11-20T11:50:00Z"));
        AppDriver app = new AppDriver(80, 24).tell(old.closed(Instant.parse("2026-11-20T12:00:00Z")));

        app.press("Alt-Down", "Alt-N");

        assertThat(app.state().selected()).isEqualTo(Place.unopened(Story.ONE));
        app.shows("The first message opens the conversation.");
    }

    @Test
    void options_go_along(@TempDir Path folder) throws IOException {
        Path context = Files.writeString(folder.resolve("context.json"), "{\"a\":1}");
        AppDriver app = new AppDriver(80, 24);

        app.type("/new --skill 7 --campaign 8 --engagement 9 --context " + context)
                .press("Enter");

        assertThat(app.last(Command.OpenConversation.class).opening())
                .isEqualTo(new Command.Opening("7", "8", "9", "{\"a\":1}"));
    }

    @Test
    void a_new_consumer_can_be_asked_for_by_command() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open());

        app.type("/new --consumer new").press("Enter");

        assertThat(app.last(Command.AddConsumer.class).consumer()).isEqualTo(TWO);
    }

    @Test
    void a_context_that_cannot_be_read_is_named() {
        AppDriver app =
                new AppDriver(80, 24).type("/new --context nowhere.json").press("Enter");

        app.shows("nowhere.json cannot be read.");
        assertThat(app.sent(Command.OpenConversation.class)).isEmpty();
    }

    @Test
    void an_unknown_option_is_named() {
        new AppDriver(120, 24).type("/new --skil 7").press("Enter").shows("--skil is not known here");
    }

    @Test
    void closing_asks_first() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open()).press("Alt-W");
        assertThat(app.sent(Command.Close.class)).isEmpty();

        app.press("y");

        assertThat(app.last(Command.Close.class)).isEqualTo(new Command.Close(Story.ONE, ada.id));
    }

    @Test
    void no_is_no() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open()).press("Alt-W", "n");

        assertThat(app.sent(Command.Close.class)).isEmpty();
        app.hides("Close this conversation?");
    }

    @Test
    void with_nothing_open_there_is_nothing_to_close() {
        new AppDriver(80, 24).press("Alt-W").shows("No conversation is open here.");
    }

    @Test
    void a_hasty_enter_does_not_close() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open()).press("Alt-W", "Enter");

        assertThat(app.sent(Command.Close.class)).isEmpty();
        assertThat(app.press("Alt-W", "Up", "Enter").sent(Command.Close.class)).hasSize(1);
    }
}
