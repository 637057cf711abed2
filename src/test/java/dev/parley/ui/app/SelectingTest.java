package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.SGR;
import dev.parley.conversation.Command;
import dev.parley.conversation.Content;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Update;
import dev.parley.terminal.Input;
import dev.parley.ui.theme.Slot;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alt-M: one message stands out, and keys act on it. */
class SelectingTest {
    private static final Instant LATE = Instant.parse("2026-11-22T12:04:00Z");

    private final Story ada = Story.ada();

    @Test
    void the_newest_message_in_view_stands_out_over_all_of_its_rows() {
        AppDriver app =
                new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "one"), ada.own("12:03", "two\nthree"));

        app.press("Alt-M");

        assertThat(marked(app)).isEqualTo("12:03 ▸ two|three ✓");
        app.shows("k j choose · y copy").shows("Esc back").hides("Enter send", "send again", "open link");
    }

    @ParameterizedTest
    @CsvSource({"120, 40", "80, 24", "60, 20", "20, 5"})
    void it_stands_out_at_every_size_and_its_keys_are_told(int columns, int rows) {
        AppDriver app = new AppDriver(columns, rows).tell(ada.open(), ada.says("12:01", "one"));

        app.press("Alt-M");

        assertThat(marked(app)).contains("one");
        app.shows("Esc back");
    }

    @Test
    void what_is_selected_is_reversed_in_every_colour_mode() {
        AppDriver app = new AppDriver(80, 24);

        assertThat(app.state().look().style(Slot.HISTORY_SELECTED).modifiers()).contains(SGR.REVERSE);
    }

    @Test
    void j_and_k_and_arrows_move_and_the_ends_stop_them() {
        AppDriver app = new AppDriver(80, 24)
                .tell(ada.open(), ada.says("12:01", "one"), ada.says("12:01", "two"), ada.says("12:01", "three"));

        assertThat(marked(app.press("Alt-M", "k"))).contains("two");
        assertThat(marked(app.press("Up", "k", "k"))).contains("one");
        assertThat(marked(app.press("j"))).contains("two");
        assertThat(marked(app.press("G"))).contains("three");
        assertThat(marked(app.press("Down"))).contains("three");
        assertThat(marked(app.press("g"))).contains("one");
    }

    @ParameterizedTest
    @CsvSource({"Esc", "Enter", "q", "Alt-M", "Ctrl-C"})
    void one_goes_back_to_writing_and_nothing_was_typed_or_sent(String key) {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "one"));
        app.type("a draft").press("Alt-M").press(key);

        assertThat(marked(app)).isEmpty();
        assertThat(app.input()).isEqualTo("a draft");
        assertThat(app.sent(Command.Send.class)).isEmpty();
    }

    @Test
    void there_is_a_way_without_alt_and_a_command() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "one"));

        assertThat(marked(app.press("Ctrl-X", "m"))).contains("one");
        app.press("Esc").type("/select").press("Enter");

        assertThat(marked(app)).contains("one");
    }

    @Test
    void a_letter_without_a_meaning_is_not_typed() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "one"));

        app.press("Alt-M").type("x");

        app.shows("x does nothing with a message. Esc goes back to writing.");
        assertThat(app.input()).isEmpty();
    }

    @Test
    void keys_that_edit_go_back_to_writing_first_and_others_leave_the_selection() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "one"));
        app.type("ab").press("Alt-M", "Alt-Q");
        assertThat(marked(app)).contains("one");

        app.press("Ctrl-A").type("x");

        assertThat(marked(app)).isEmpty();
        assertThat(app.input()).isEqualTo("xab");
    }

    @Test
    void a_paste_is_for_the_input() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "one"));

        app.press("Alt-M").paste("jk");

        assertThat(app.input()).isEqualTo("jk");
        assertThat(marked(app)).isEmpty();
    }

    @Test
    void the_view_goes_along_and_comes_back() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.many(60, LATE));

        app.press("Alt-M", "g").shows("line 1\n").hides("line 60");
        app.press("G").shows("line 60");
        app.press("g", "Esc").shows("line 60").hides("line 1\n");
    }

    @Test
    void step_by_step_it_is_in_view_all_the_time() {
        AppDriver app = new AppDriver(80, 16).tell(ada.open(), ada.many(40, LATE));
        app.press("Alt-M");

        for (int line = 40; line > 1; line--) {
            assertThat(marked(app)).endsWith("line " + line);
            app.press("k");
        }
        for (int line = 1; line < 40; line++) {
            assertThat(marked(app)).endsWith("line " + line);
            app.press("j");
        }
    }

    @Test
    void what_arrives_moves_neither_view_nor_selection() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.many(60, LATE));
        app.press("Alt-M", "k", "k");
        String before = body(app);

        app.tell(ada.says("12:04", "news"), ada.own("12:04", "mine"));

        assertThat(marked(app)).endsWith("line 58");
        assertThat(body(app)).isEqualTo(before);
        app.shows("2 new");
    }

    @Test
    void holes_are_stepped_over() {
        Update first = ada.says("12:01", "before");
        ada.skip(2);
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), first, ada.says("12:02", "after"));
        app.shows("2 entries are missing here");

        assertThat(marked(app.press("Alt-M", "k"))).contains("before");
        assertThat(marked(app.press("j"))).contains("after");
    }

    @Test
    void an_own_message_keeps_it_when_the_service_gives_it_back() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "one"));
        app.type("mine").press("Enter", "Alt-M");
        String cid = app.last(Command.Send.class).cid();

        app.tell(ada.echo(cid, "12:04", "mine"), ada.says("12:04", "more"));

        assertThat(marked(app)).contains("mine").doesNotContain("more");
    }

    @Test
    void where_the_selected_one_goes_its_neighbour_is_selected() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "one"), failed("two"));
        app.press("Alt-M");
        assertThat(marked(app)).contains("two");

        app.tell(new Update.OutgoingRemoved(Story.ONE, "cid"));

        assertThat(marked(app)).contains("one");
    }

    @Test
    void an_unopened_place_that_opens_keeps_it() {
        AppDriver app = new AppDriver(80, 24).tell(ada.online(5)).type("first").press("Enter", "Alt-M");
        assertThat(marked(app)).contains("first");

        app.tell(new Update.PlaceOpened(Story.ONE, ada.id), ada.open());
        app.tell(new Update.OutgoingChanged(
                Story.ONE,
                Outgoing.saving(app.last(Command.Send.class).cid(), ada.place(), "first", AppDriver.NOON)
                        .with(Delivery.IN_FLIGHT, "")));

        assertThat(marked(app)).contains("first");
    }

    @Test
    void elsewhere_nothing_is_selected_and_the_place_that_was_left_follows_again() {
        Story bo = new Story(2, "conv-2", "bo", Instant.parse("2026-11-22T11:50:00Z"));
        AppDriver app = new AppDriver(80, 24)
                .tell(ada.open(), ada.many(60, LATE), bo.open(), bo.says("12:00", "hello"))
                .press("Alt-M", "g");

        app.press("Alt-Down");
        assertThat(marked(app)).isEmpty();

        app.press("Alt-Up").shows("line 60");
        assertThat(marked(app)).isEmpty();
    }

    @Test
    void a_failed_message_is_sent_again_and_no_other() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "one"), failed("two"));

        app.press("Alt-M", "k", "r").shows("Only a failed message of yours can be sent again.");
        assertThat(app.sent(Command.Retry.class)).isEmpty();
        app.press("j", "r");

        assertThat(app.last(Command.Retry.class).cid()).isEqualTo("cid");
    }

    @Test
    void a_message_longer_than_the_view_shows_its_beginning_and_unfolds() {
        String rows =
                IntStream.rangeClosed(1, 300).mapToObj(i -> "row " + i + ".").collect(Collectors.joining("\n"));
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", rows), ada.says("12:02", "end"));

        app.press("Alt-M", "k").shows("row 1.").hides("more rows");
        app.press("v", "PgDn").feed(new Input.Burst(300)).shows("row 300.");

        app.press("y");
        assertThat(app.tty().emulator().clipboard()).isEqualTo(rows);
    }

    @Test
    void a_message_without_a_file_says_so() {
        AppDriver app = new AppDriver(80, 24)
                .tell(
                        ada.open(),
                        ada.says("12:01", "one"),
                        ada.events(new Turn(
                                ada.skip(0),
                                ada.agent,
                                LATE,
                                new Content.Unsupported("hosted/file"),
                                Optional.empty())));

        app.press("Alt-M", "s").shows("This message has no file.");
    }

    @Test
    void the_frame_shows_what_is_kept_and_takes_out_what_is_nobodys_business() {
        AppDriver app =
                new AppDriver(100, 30).tell(ada.open(), ada.says("12:01", "card 4111 1111 1111 1111 and \u001b[31m"));

        app.press("Alt-M", "=");

        app.shows(
                        "── Message ",
                        "dialogId         conv-1",
                        "sequence         0",
                        "serverTimestamp  1795348860000 (2026-11-22T12:01:00Z)",
                        "originatorId     ada",
                        "role             assigned agent, shown as agent",
                        "event            ContentEvent",
                        "message          card [card number] and ^[[31m")
                .hides("message          card 4111");
        app.press("Esc");
        assertThat(marked(app)).contains("card");
    }

    @Test
    void the_frame_shows_what_was_sent_beside_the_words() {
        String metadata = "[{\"type\":\"BotResponse\",\"x\":\"4111 1111 1111 1111\"}]";
        AppDriver app = new AppDriver(120, 30)
                .tell(
                        ada.open(),
                        ada.events(new Turn(
                                0, ada.agent, AppDriver.NOON, Content.Text.of("hello"), Optional.empty(), metadata)));

        app.press("Alt-M", "=").shows("metadata         [{\"type\":\"BotResponse\"", "[card number]");
    }

    @Test
    void the_frame_of_an_own_message_says_how_far_it_has_got() {
        AppDriver app = new AppDriver(100, 30).tell(ada.open(), failed("two"));

        app.press("Alt-M", "=").shows("ExternalId  cid", "delivery    failed", "reason      no", "message     two");
    }

    private Update failed(String words) {
        return new Update.OutgoingChanged(
                Story.ONE,
                Outgoing.saving("cid", ada.place(), words, AppDriver.NOON).with(Delivery.FAILED, "no"));
    }

    private static String body(AppDriver app) {
        return app.screen()
                .lines()
                .skip(2)
                .limit(15)
                .map(row -> row.substring(15))
                .collect(Collectors.joining("\n"));
    }

    /** What of the history stands on the screen in reverse, its rows with bars between them. */
    static String marked(AppDriver app) {
        var page = app.tty().emulator();
        int last = page.columns() - 1;
        return IntStream.range(1, page.rows())
                // A hint or a row of the list is reversed too, but not up to the right edge.
                .filter(row -> page.style(last, row).contains("7")
                        && page.style(last - 1, row).contains("7"))
                .mapToObj(row -> IntStream.rangeClosed(0, last)
                        .filter(column -> page.style(column, row).contains("7"))
                        .mapToObj(column -> page.text(column, row))
                        .collect(Collectors.joining()))
                .map(row -> row.strip().replaceAll(" +", " "))
                .collect(Collectors.joining("|"));
    }
}
