package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Link;
import dev.parley.conversation.Storage;
import dev.parley.conversation.Update;
import dev.parley.scorecard.Shows;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether what is typed is kept: seen at all times where it is not. */
class StorageTest {
    private static final String FULL = "The disk is full: what you type is kept in memory only.";
    private static final String HELD = "Another Parley (pid 4711) holds the state: this one only reads.";

    private final Story ada = Story.ada();

    @Test
    @Shows("R21")
    void a_disk_that_fails_is_said_once_and_stays_in_row_1() {
        AppDriver app = new AppDriver(80, 24).tell(ada.online(12), ada.open(), state(1, Storage.State.FAILING, FULL));
        assertThat(app.row(0)).startsWith(" NOT SAVED  SANDBOX  open 1").endsWith("online 12 ms");
        app.shows(FULL).advance(20_000).hides(FULL);

        app.tell(state(1, Storage.State.FAILING, FULL)).hides(FULL);

        app.press("Alt-I").shows("kept on disk", "no: The disk is full");
    }

    @Test
    @Shows("R21")
    void when_it_works_again_the_alarm_goes() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), state(1, Storage.State.FAILING, FULL));

        app.tell(new Update.StorageChanged(Story.ONE, Storage.KEPT));

        app.hides("NOT SAVED", FULL).shows("What you type is saved again.");
    }

    @Test
    void thirty_consumers_say_it_once_and_the_worst_counts() {
        AppDriver app = new AppDriver(80, 24, AppDriver.options(2)).tell(state(1, Storage.State.MEMORY, FULL));
        app.advance(20_000).hides(FULL);

        app.tell(state(2, Storage.State.MEMORY, FULL), new Update.StorageChanged(Story.ONE, Storage.KEPT));

        app.hides(FULL).shows("NOT SAVED");
    }

    @ParameterizedTest
    @CsvSource({"20, NOT_HEARD", "24, CONNECTING", "20, CONNECTING", "40, ONLINE", "200, OFFLINE"})
    void it_goes_after_everything_else_but_the_word(int columns, Link.State link) {
        AppDriver app = new AppDriver(columns, 10)
                .tell(ada.known(), ada.link(link), ada.open(), state(1, Storage.State.READ_ONLY, HELD));

        assertThat(app.row(0))
                .contains("READ-ONLY", link.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        assertThat(app.failures()).isEmpty();
    }

    @Test
    void what_only_reads_takes_no_message_and_keeps_what_was_typed() {
        AppDriver app = readOnly().advance(20_000).hides(HELD);
        app.type("h").shows(HELD).advance(20_000).type("ello").hides(HELD);

        app.press("Enter").shows(HELD);

        assertThat(app.input()).isEqualTo("hello");
        assertThat(app.advance(5_000).sent(Command.Send.class)).isEmpty();
        assertThat(app.sent(Command.SaveDraft.class)).isEmpty();
        assertThat(app.sent(Command.Typing.class)).isEmpty();
        assertThat(app.sent(Command.MarkRead.class)).isEmpty();
    }

    @Test
    void what_only_reads_still_takes_commands() {
        readOnly()
                .advance(20_000)
                .type("/find thing")
                .hides(HELD)
                .press("Enter")
                .shows("(not found) thing");
    }

    @ParameterizedTest
    @CsvSource({"/cast x", "/new", "/close", "/retry", "/discard", "/pick 1", "/as-agent x", "/reconnect", "/read"})
    void what_needs_the_service_is_off_and_says_why(String command) {
        AppDriver app = readOnly()
                .tell(Own.message(ada, Delivery.FAILED, "old"), ada.offers("12:02", "Where?", "Home"))
                .advance(3_000);
        int before = app.sent().size();

        app.type(command).press("Enter").shows("Another Parley holds the state, this one only reads.");

        assertThat(app.sent()).hasSize(before);
        assertThat(app.input()).isEqualTo(command);
    }

    @Test
    void the_palette_says_why() {
        readOnly().press("Ctrl-X", "Ctrl-X").type("retry").shows("(another Parley holds the state");
    }

    private AppDriver readOnly() {
        return new AppDriver(100, 24)
                .tell(ada.open(), state(1, Storage.State.READ_ONLY, HELD), ada.says("12:01", "Hi"));
    }

    private static Update state(int consumer, Storage.State state, String sentence) {
        return new Update.StorageChanged(new ConsumerKey(consumer), new Storage(state, sentence));
    }
}
