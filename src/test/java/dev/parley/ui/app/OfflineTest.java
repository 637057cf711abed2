package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Link;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import org.junit.jupiter.api.Test;

/** With no connection at all: what is known can be read, and what is written waits. */
class OfflineTest {
    private final Story ada = Story.ada();

    @Test
    void what_is_kept_can_be_read_and_found() {
        AppDriver app = offline();
        app.shows("offline", "12:01 ◂ Ada   Where is the parcel?");

        app.type("/find parcel").press("Enter").shows("(find) parcel");

        app.press("Alt-G");
        assertThat(app.last(Command.Search.class).text()).isEqualTo("parcel");
    }

    @Test
    void what_is_written_is_queued_and_said_to_be() {
        AppDriver app = offline().type("later").press("Enter");
        app.tell(Own.message(ada.place(), "cid-1", Delivery.QUEUED, "later")).advance(2_000);

        assertThat(app.screen()).containsPattern("▸ you   later +…\n");
        assertThat(app.row(0)).contains("queued 1").contains("offline");
        app.shows("Alt-Z take back").hides("Alt-R send again");
    }

    @Test
    void what_failed_can_go_again_or_be_taken_back() {
        AppDriver app = offline().tell(Own.message(ada, Delivery.FAILED, "no"));

        app.shows("Alt-R send again", "Alt-Z take back");
        app.press("Alt-R");
        assertThat(app.last(Command.Retry.class).cid()).isEqualTo("own-no");
        app.press("Ctrl-X", "z");
        assertThat(app.last(Command.Discard.class).cid()).isEqualTo("own-no");
    }

    @Test
    void a_draft_from_the_last_run_stands_in_its_input() {
        AppDriver app = offline().tell(new Update.DraftLoaded(Story.ONE, ada.place(), "half a"));

        app.shows(" > half a");
        app.type(" line").advance(2_000);
        assertThat(app.last(Command.SaveDraft.class))
                .isEqualTo(new Command.SaveDraft(Story.ONE, ada.place(), "half a line"));
    }

    @Test
    void nothing_is_known_says_so() {
        AppDriver app = new AppDriver(80, 24).tell(ada.link(Link.State.OFFLINE));

        app.shows("Not connected", "Enter queues");
        assertThat(app.state().selected()).isEqualTo(Place.unopened(Story.ONE));
    }

    private AppDriver offline() {
        AppDriver app = new AppDriver(100, 24)
                .tell(
                        new Update.LinkChanged(Story.ONE, new Link(Link.State.OFFLINE, -1, "")),
                        ada.open(),
                        ada.name("Ada"),
                        ada.says("12:01", "Where is the parcel?"));
        return app.press("Alt-1");
    }
}
