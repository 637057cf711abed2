package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Attached.Saving;
import dev.parley.conversation.Command;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Storage;
import dev.parley.conversation.Update;
import dev.parley.scorecard.Shows;
import dev.parley.terminal.ColorMode;
import dev.parley.terminal.Input;
import dev.parley.terminal.TestTty;
import org.junit.jupiter.api.Test;

class LeavingTest {
    private final Story ada = Story.ada();

    @Test
    void control_c_twice_leaves() {
        AppDriver app = new AppDriver(80, 24).press("Ctrl-C");
        app.shows("Ctrl-C again quits.");
        assertThat(app.code()).isEmpty();

        assertThat(app.press("Ctrl-C").code()).hasValue(0);
    }

    @Test
    void the_first_one_clears_the_input_and_undo_brings_it_back() {
        AppDriver app = new AppDriver(80, 24).type("typed").press("Ctrl-C");
        assertThat(app.input()).isEmpty();
        app.shows("Ctrl-_ brings it back");

        assertThat(app.press("Ctrl-_").input()).isEqualTo("typed");
    }

    @Test
    void after_two_seconds_the_first_one_is_forgotten() {
        AppDriver app = new AppDriver(80, 24).press("Ctrl-C").advance(2_000).press("Ctrl-C");

        assertThat(app.code()).isEmpty();
    }

    @Test
    void a_draft_does_not_ask_and_is_kept() {
        AppDriver app = new AppDriver(80, 24).type("draft").press("Ctrl-X", "Ctrl-C");

        assertThat(app.code()).hasValue(0);
        assertThat(app.last(Command.SaveDraft.class).text()).isEqualTo("draft");
    }

    @Test
    void a_message_on_its_way_asks() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), Own.message(ada, Delivery.UNKNOWN, "maybe"));
        app.type("/quit").press("Enter");
        assertThat(app.code()).isEmpty();
        app.shows("1 message is still on the way. What has not arrived", "at the next start.");

        assertThat(app.press("Esc").code()).isEmpty();
        assertThat(app.press("Ctrl-X", "Ctrl-C", "y").code()).hasValue(0);
    }

    @Test
    @Shows("R17")
    void what_is_queued_is_said_to_go_out_at_the_next_start() {
        AppDriver app = new AppDriver(80, 24)
                .tell(ada.open(), Own.message(ada, Delivery.QUEUED, "one"), Own.message(ada, Delivery.QUEUED, "two"));

        app.press("Ctrl-X", "Ctrl-C").shows("2 messages are queued, and will be sent at the next start.");

        assertThat(app.code()).isEmpty();
    }

    @Test
    @Shows("R17")
    void without_a_disk_it_is_said_that_they_may_be_lost() {
        AppDriver app = new AppDriver(80, 24)
                .tell(
                        ada.open(),
                        Own.message(ada, Delivery.QUEUED, "one"),
                        new Update.StorageChanged(Story.ONE, new Storage(Storage.State.MEMORY, "No place to write.")));

        app.press("Ctrl-X", "Ctrl-C").shows("1 message is still on the way and may not arrive");
    }

    /** A file is not kept over a restart, PROTOCOL.md section 13. */
    @Test
    void a_file_on_its_way_is_not_said_to_be_sent_later() {
        Outgoing file = Outgoing.saving("f", ada.place(), "a.png", AppDriver.NOON)
                .uploading(new Outgoing.Upload("/tmp/a.png", "PNG", 1_000, 0))
                .with(Delivery.QUEUED, "");
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), new Update.OutgoingChanged(ada.consumer, file));

        app.press("Ctrl-X", "Ctrl-C").shows("1 message is still on the way and may not arrive");
    }

    @Test
    void a_file_that_is_being_saved_asks_until_it_is_there() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), saving(Saving.State.RUNNING));

        app.press("Ctrl-X", "Ctrl-C").shows("1 file is still being saved; nothing of it stays");
        assertThat(app.press("Esc").code()).isEmpty();

        app.tell(saving(Saving.State.SAVED)).press("Ctrl-X", "Ctrl-C");
        assertThat(app.code()).hasValue(0);
    }

    private Update saving(Saving.State state) {
        return new Update.SavingChanged(ada.consumer, ada.id, ada.id, 0, new Saving(state, 10, 1_000, ""));
    }

    @Test
    void a_failed_one_does_not() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), Own.message(ada, Delivery.FAILED, "lost"));

        assertThat(app.press("Ctrl-X", "Ctrl-C").code()).hasValue(0);
    }

    @Test
    @Shows("R17")
    void a_signal_leaves_without_asking_and_keeps_the_draft() {
        AppDriver app = new AppDriver(80, 24)
                .tell(ada.open(), Own.message(ada, Delivery.QUEUED, "waiting"))
                .type("draft");

        app.leave(143);

        assertThat(app.code()).hasValue(143);
        assertThat(app.last(Command.SaveDraft.class).text()).isEqualTo("draft");
    }

    @Test
    void a_terminal_that_is_gone_ends_it() {
        assertThat(new AppDriver(80, 24).feed(new Input.Ended()).code()).hasValue(129);
    }

    @Test
    void control_c_backs_out_of_an_overlay_first() {
        AppDriver app = new AppDriver(80, 24).press("F1", "Ctrl-C");

        app.hides("── Help");
        assertThat(app.code()).isEmpty();
    }

    @Test
    void control_z_goes_to_the_shell_and_comes_back_to_the_same_screen() {
        AppDriver app = new AppDriver(80, 24).type("typed");
        String before = app.screen();

        app.press("Ctrl-Z");

        assertThat(app.screen()).isEqualTo(before);
    }

    @Test
    void without_a_shell_it_says_so() {
        TestTty alone = new TestTty(80, 24, ColorMode.NONE).withoutShell();

        new AppDriver(80, 24, AppDriver.options(1), alone).press("Ctrl-Z").shows("There is no shell to go back to");
    }
}
