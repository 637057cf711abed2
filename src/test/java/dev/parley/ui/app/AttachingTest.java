package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import dev.parley.ui.Outside;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is looked at, shown, asked about, and its way out is seen. */
class AttachingTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final Story ada = Story.ada();

    private AppDriver app(int columns, int rows) {
        AppDriver app = new AppDriver(columns, rows).tell(ada.name("Ada"), ada.open(), ada.says("12:01", "Show me."));
        app.around().files.put("disc.png", new Outside.LookedAt("/home/me/disc.png", 12_345, PNG, ""));
        return app;
    }

    private static Update row(AppDriver app, Delivery delivery, long sent, String reason) {
        Command.Attach attach = app.last(Command.Attach.class);
        Outgoing.Upload upload = new Outgoing.Upload(attach.path(), "PNG", 12_345, sent);
        return new Update.OutgoingChanged(
                attach.consumer(),
                Outgoing.saving(attach.cid(), new Place(attach.consumer(), "conv-1"), attach.caption(), attach.at())
                        .uploading(upload)
                        .with(delivery, reason));
    }

    @ParameterizedTest
    @CsvSource({"120, 40", "80, 24", "60, 20"})
    void path_type_and_size_are_shown_before_anything_goes_out(int columns, int rows) {
        AppDriver app = app(columns, rows).type("/attach disc.png A blue disc").press("Enter");

        app.shows("Send this file?", "/home/me/disc.png", "PNG, 12 KB", "It will be called: A blue disc", "y  send it");
        assertThat(app.sent(Command.Attach.class)).isEmpty();
        app.press("y").shows("[file: A blue disc · PNG · 12 KB]");

        assertThat(app.last(Command.Attach.class).path()).isEqualTo("/home/me/disc.png");
        assertThat(app.last(Command.Attach.class).caption()).isEqualTo("A blue disc");
    }

    @Test
    void no_sends_nothing() {
        AppDriver app = app(80, 24).type("/attach disc.png").press("Enter", "n");

        assertThat(app.sent(Command.Attach.class)).isEmpty();
        app.hides("[file:");
    }

    @Test
    void its_way_shows_as_a_bar_and_alt_z_stops_it() {
        AppDriver app = app(80, 24).type("/attach disc.png").press("Enter", "y");
        app.tell(row(app, Delivery.QUEUED, 6_000, ""));
        app.shows("uploading [#########-----------] 45 % (Alt-Z stops it)");

        app.press("Alt-Z");

        String cid = app.last(Command.Attach.class).cid();
        assertThat(app.last(Command.Discard.class).cid()).isEqualTo(cid);
        app.tell(new Update.OutgoingRemoved(Story.ONE, cid)).hides("[file:");
        assertThat(app.input()).isEmpty();
    }

    @Test
    void a_failure_stays_with_its_reason_and_alt_r_tries_again() {
        AppDriver app = app(120, 24).type("/attach disc.png").press("Enter", "y");

        app.tell(row(app, Delivery.FAILED, 0, "File type is not supported"))
                .shows("failed: File type is not supported (Alt-R sends it again)");
        app.press("Alt-R");

        assertThat(app.last(Command.Retry.class).cid())
                .isEqualTo(app.last(Command.Attach.class).cid());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "that is a folder|0|x|that is a folder",
                "''|0|x|it is empty",
                "''|4000000|x|it has 4.0 MB, and a file may have 3 MB",
                "''|9|%PDF-1.7|by its bytes it is a PDF",
                "''|9|Hello you|by its bytes it is none of these"
            })
    void what_cannot_be_sent_is_said_at_once(String problem, long size, String head, String words) {
        AppDriver app = app(120, 24);
        byte[] bytes = size > 3_145_728 ? PNG : head.getBytes(StandardCharsets.US_ASCII);
        app.around().files.put("x", new Outside.LookedAt("/home/me/x", size, bytes, problem));

        app.type("/attach x").press("Enter");

        app.shows("Not sent: x, ").shows(words);
        assertThat(app.sent(Command.Attach.class)).isEmpty();
    }

    @Test
    void tab_completes_a_path_once_its_folder_has_been_read() {
        AppDriver app = app(80, 24);
        CompletableFuture<List<String>> disk = new CompletableFuture<>();
        app.around().slow.put("~/", disk);
        app.type("/attach ~/").hides("My Pictures");

        disk.complete(List.of(".ssh/", "My Pictures/", "Mine.png", "other.txt", "bad\nname"));
        app.idle().shows("/attach ~/Mine.png", "/attach ~/My\\ Pictures/").hides(".ssh", "name");
        app.type("My").press("Tab");

        assertThat(app.input()).isEqualTo("/attach ~/My\\ Pictures/");
        assertThat(app.around().listed).contains("~/");
    }

    @Test
    void a_tab_that_came_before_the_folder_was_read_is_done_then_unless_one_typed_on() {
        AppDriver app = app(80, 24);
        CompletableFuture<List<String>> disk = new CompletableFuture<>();
        app.around().slow.put("~/", disk);
        AppDriver other = app(80, 24);
        other.around().slow.put("~/", disk);
        app.type("/attach ~/Mi").press("Tab");
        other.type("/attach ~/Mi").press("Tab").type("x");

        disk.complete(List.of("Mine.png", "other.txt"));

        assertThat(app.idle().input()).isEqualTo("/attach ~/Mine.png");
        assertThat(other.idle().input()).isEqualTo("/attach ~/Mix");
    }

    @Test
    void alt_t_looks_for_the_file_and_leaves_what_is_being_written() {
        AppDriver app = app(80, 24).type("half a sent");
        app.around().folders.put("", List.of("disc.png", "pictures/"));

        app.press("Alt-T").shows("Which file?", "disc.png", "pictures/");
        app.type("di").press("Enter").shows("Send this file?");
        app.press("y");

        assertThat(app.last(Command.Attach.class).caption()).isEqualTo("disc.png");
        assertThat(app.input()).isEqualTo("half a sent");
    }

    @Test
    void a_folder_that_is_chosen_is_gone_into() {
        AppDriver app = app(80, 24);
        app.around().folders.put("", List.of("pictures/"));
        app.around().folders.put("pictures/", List.of("one.png"));

        app.press("Ctrl-X", "t", "Enter");

        app.shows("pictures/one.png");
    }

    @Test
    void without_an_open_conversation_it_says_what_to_do() {
        new AppDriver(80, 24).type("/attach disc.png").press("Enter").shows("say something first");
    }
}
