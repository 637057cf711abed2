package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Command.SaveDraft;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import dev.parley.terminal.Input;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** P1 on the screen's side: a text is in the input, in a kept draft, or in a message that is stored. */
class NothingTypedIsLostTest {
    private static final Place UNOPENED = Place.unopened(Story.ONE);
    private static final Instant ENDED = Instant.parse("2026-11-22T12:03:00Z");

    private final Story ada = Story.ada();

    @Test
    void who_never_stops_typing_is_kept_within_two_seconds_too() {
        AppDriver app = new AppDriver(80, 24);
        for (int i = 0; i < 100; i++) {
            app.type("x").advance(100);
        }

        List<SaveDraft> saved = app.sent(SaveDraft.class);
        assertThat(saved.size()).isBetween(5, 7);
        assertThat(saved.get(0).text()).hasSizeBetween(14, 16);
    }

    @Test
    void it_is_kept_at_once_when_the_focus_goes() {
        AppDriver app = new AppDriver(80, 24).type("half a").feed(new Input.Focus(false));

        assertThat(app.last(SaveDraft.class).text()).isEqualTo("half a");
    }

    @Test
    void it_is_kept_at_once_before_the_shell_comes() {
        AppDriver app = new AppDriver(80, 24).type("half a").press("Ctrl-Z");

        assertThat(app.last(SaveDraft.class).text()).isEqualTo("half a");
    }

    @Test
    void it_is_kept_at_once_when_another_conversation_is_gone_to() {
        AppDriver app = new AppDriver(80, 24, AppDriver.options(2)).tell(ada.open());
        app.press("Alt-1").type("half a").press("Alt-Down");

        assertThat(app.last(SaveDraft.class)).isEqualTo(new SaveDraft(Story.ONE, ada.place(), "half a"));
    }

    @Test
    void a_kept_draft_is_not_forgotten_by_sending_it() {
        AppDriver app = new AppDriver(80, 24)
                .tell(ada.open())
                .type("hello")
                .advance(2_000)
                .press("Enter")
                .advance(5_000);

        assertThat(app.sent(SaveDraft.class)).extracting(SaveDraft::text).containsExactly("hello");
    }

    @Test
    void the_draft_of_a_closed_conversation_stays_until_the_message_is_stored_elsewhere() {
        AppDriver app = new AppDriver(80, 24).tell(ada.closed(ENDED));
        app.press("Alt-Down").type("one more").press("Enter", "y").advance(5_000);
        assertThat(emptied(app)).isEmpty();

        app.tell(queued(app.last(Command.Send.class)));

        assertThat(emptied(app)).containsExactly(new SaveDraft(Story.ONE, ada.place(), ""));
        assertThat(order(app, app.last(Command.Send.class))).isLessThan(order(app, app.last(SaveDraft.class)));
    }

    @Test
    void what_could_not_be_stored_elsewhere_is_kept_there_before_it_is_forgotten_here() {
        AppDriver app = new AppDriver(80, 24).tell(ada.closed(ENDED));
        app.press("Alt-Down").type("one more").press("Enter", "y");

        app.tell(new Update.TextReturned(Story.ONE, UNOPENED, "cid-1", "one more", "the disk is full"));

        assertThat(app.input()).isEqualTo("one more");
        assertThat(app.sent(SaveDraft.class))
                .endsWith(new SaveDraft(Story.ONE, UNOPENED, "one more"), new SaveDraft(Story.ONE, ada.place(), ""));
    }

    @Test
    void a_text_that_becomes_a_new_conversations_first_message_stays_until_it_is_stored() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open()).type("hello there");
        app.press("Alt-N", "t").advance(5_000);
        assertThat(app.last(Command.OpenConversation.class).text()).isEqualTo("hello there");
        assertThat(emptied(app)).isEmpty();

        app.tell(new Update.OutgoingChanged(
                Story.ONE,
                Outgoing.saving("cid-1", UNOPENED, "hello there", AppDriver.NOON)
                        .with(Delivery.QUEUED, "")));

        assertThat(emptied(app)).containsExactly(new SaveDraft(Story.ONE, ada.place(), ""));
    }

    @Test
    void a_command_that_asks_is_a_draft_until_it_is_answered() {
        AppDriver app =
                new AppDriver(80, 24).type("/cast hello all").press("Enter").advance(5_000);
        assertThat(app.last(SaveDraft.class).text()).isEqualTo("/cast hello all");

        app.press("y").advance(5_000);

        assertThat(emptied(app)).isEmpty();
        assertThat(app.last(Command.Send.class).text()).isEqualTo("hello all");
    }

    @Test
    void what_is_typed_where_a_cast_goes_is_kept_anew_after_it() {
        AppDriver app = new AppDriver(80, 24, AppDriver.options(2)).type("for the first");
        app.press("Alt-2").type("/cast hello").press("Enter", "y");

        Command.Send toFirst = app.sent(Command.Send.class).get(0);
        SaveDraft again = new SaveDraft(Story.ONE, UNOPENED, "for the first");
        assertThat(toFirst.place()).isEqualTo(UNOPENED);
        assertThat(app.sent().lastIndexOf(again)).isGreaterThan(order(app, toFirst));
    }

    @Test
    void what_is_typed_while_a_quick_reply_is_picked_is_kept_anew_after_it() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.offers("12:01", "Where to?", "Home", "Office"));

        app.type("a question first").press("Tab", "Enter");

        assertThat(app.input()).isEqualTo("a question first");
        assertThat(order(app, app.last(SaveDraft.class))).isGreaterThan(order(app, app.last(Command.Pick.class)));
        assertThat(app.last(SaveDraft.class).text()).isEqualTo("a question first");
    }

    @Test
    void a_draft_moves_along_and_is_forgotten_where_it_was_only_then() {
        AppDriver app = new AppDriver(80, 24)
                .type("hello")
                .press("Enter")
                .type("and more")
                .advance(2_000);

        app.tell(new Update.PlaceOpened(Story.ONE, ada.id), ada.open());

        assertThat(app.sent(SaveDraft.class))
                .endsWith(new SaveDraft(Story.ONE, ada.place(), "and more"), new SaveDraft(Story.ONE, UNOPENED, ""));
    }

    @Test
    void a_draft_that_was_loaded_where_one_moves_to_stands_behind() {
        AppDriver app = new AppDriver(80, 24).type("typed");

        app.tell(
                new Update.DraftLoaded(Story.ONE, ada.place(), "from before"),
                new Update.PlaceOpened(Story.ONE, ada.id),
                ada.open());

        assertThat(app.input()).isEqualTo("typed\nfrom before");
    }

    @Test
    void several_that_come_back_stand_in_their_order() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open());
        app.type("one")
                .press("Enter")
                .type("two")
                .press("Enter")
                .type("three")
                .press("Enter")
                .type("since");

        app.tell(returned("cid-1", "one"), returned("cid-2", "two"), returned("cid-3", "three"));

        assertThat(app.input()).isEqualTo("one\ntwo\nthree\nsince");
        assertThat(app.last(SaveDraft.class).text()).isEqualTo("one\ntwo\nthree\nsince");
    }

    @Test
    void what_comes_back_while_a_long_paste_is_asked_about_stays_when_that_goes() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open()).type("one").press("Enter");
        String paste = "p".repeat(4_001);
        app.paste(paste).press("Enter").shows("Send?");

        app.tell(returned("cid-1", "one")).press("y");

        assertThat(app.last(Command.Send.class).text()).isEqualTo(paste);
        assertThat(app.input()).isEqualTo("one");
        assertThat(app.last(SaveDraft.class).text()).isEqualTo("one");
    }

    @Test
    void what_comes_back_during_a_search_is_not_covered_by_it() {
        AppDriver app = new AppDriver(80, 24)
                .tell(ada.open())
                .type("one")
                .press("Enter")
                .type("since");
        app.press("Ctrl-R");

        app.tell(returned("cid-1", "one")).press("Esc");

        assertThat(app.input()).isEqualTo("one\nsince");
    }

    @Test
    void what_comes_back_during_a_walk_finds_what_was_typed() {
        AppDriver app = new AppDriver(80, 24)
                .tell(ada.open())
                .type("one")
                .press("Enter")
                .type("since");
        app.press("Up");
        assertThat(app.input()).isEqualTo("one");

        app.tell(returned("cid-1", "one"));

        assertThat(app.input()).isEqualTo("one\nsince");
    }

    @Test
    void what_comes_back_after_the_signal_is_kept() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open()).type("one").press("Enter");

        app.leaveAfter(143, returned("cid-1", "one"));

        assertThat(app.code()).hasValue(143);
        assertThat(app.last(SaveDraft.class).text()).isEqualTo("one");
    }

    @Test
    void what_was_typed_before_a_recalled_text_was_sent_is_there_again() {
        AppDriver app = new AppDriver(80, 24)
                .tell(ada.open())
                .type("again")
                .press("Enter")
                .type("typed");

        app.press("Up", "Enter");

        assertThat(app.sent(Command.Send.class)).extracting(Command.Send::text).containsExactly("again", "again");
        assertThat(app.input()).isEqualTo("typed");
    }

    @Test
    void a_walk_through_older_texts_changes_no_draft() {
        AppDriver app = new AppDriver(80, 24, AppDriver.options(2)).tell(ada.open());
        app.press("Alt-1")
                .type("again")
                .press("Enter")
                .type("typed")
                .press("Up")
                .advance(2_000);
        assertThat(app.last(SaveDraft.class).text()).isEqualTo("typed");

        app.press("Alt-Down", "Alt-Up");

        assertThat(app.input()).isEqualTo("typed");
    }

    @Test
    void a_draft_that_comes_too_late_comes_back_with_up() {
        AppDriver app = new AppDriver(80, 24).type("newer");

        app.tell(new Update.DraftLoaded(Story.ONE, UNOPENED, "from before")).shows("comes back with Up");

        assertThat(app.input()).isEqualTo("newer");
        assertThat(app.press("Up").input()).isEqualTo("from before");
    }

    @Test
    void what_was_typed_in_a_conversation_that_is_gone_comes_back_with_up() {
        AppDriver app = new AppDriver(80, 24, AppDriver.options(2)).tell(ada.open());
        app.press("Alt-1").type("lost?").press("Alt-Down");
        assertThat(app.state().selected()).isNotEqualTo(ada.place());

        app.tell(new Update.ConversationGone(Story.ONE, ada.id)).shows("comes back with Up");

        assertThat(app.press("Up").input()).isEqualTo("lost?");
    }

    @Test
    void a_question_about_a_place_that_is_gone_sends_nothing_elsewhere() {
        AppDriver app = new AppDriver(80, 24, AppDriver.options(2)).tell(ada.open());
        app.press("Alt-1").paste("p".repeat(4_001)).press("Enter");

        app.tell(new Update.ConversationGone(Story.ONE, ada.id)).press("y");

        assertThat(app.sent(Command.Send.class)).isEmpty();
        assertThat(app.press("Up").input()).hasSize(4_001);
    }

    @Test
    void a_message_that_is_taken_back_is_a_draft_before_the_outbox_forgets_it() {
        AppDriver app = new AppDriver(80, 24)
                .tell(ada.open(), Own.message(ada, Delivery.QUEUED, "not yet"))
                .type("since");

        app.press("Alt-Z");
        assertThat(app.sent().subList(app.sent().size() - 2, app.sent().size()))
                .containsExactly(
                        new SaveDraft(Story.ONE, ada.place(), "not yet\nsince"),
                        new Command.Discard(Story.ONE, "own-not yet"));

        app.tell(new Update.OutgoingRemoved(Story.ONE, "own-not yet"));

        assertThat(app.input()).isEqualTo("not yet\nsince");
    }

    @Test
    void a_message_that_cannot_be_taken_back_any_more_leaves_the_draft_as_it_was() {
        AppDriver app = new AppDriver(80, 24)
                .tell(ada.open(), Own.message(ada, Delivery.QUEUED, "gone"))
                .type("since");

        app.press("Alt-Z").tell(Own.message(ada, Delivery.IN_FLIGHT, "gone")).shows("Too late to take it back");

        assertThat(app.last(SaveDraft.class).text()).isEqualTo("since");
        assertThat(app.input()).isEqualTo("since");
    }

    private Update returned(String cid, String text) {
        return new Update.TextReturned(Story.ONE, ada.place(), cid, text, "the disk is full");
    }

    private static Update queued(Command.Send send) {
        return new Update.OutgoingChanged(
                new ConsumerKey(send.consumer().number()),
                Outgoing.saving(send.cid(), send.place(), send.text(), send.at())
                        .with(Delivery.QUEUED, ""));
    }

    private static List<SaveDraft> emptied(AppDriver app) {
        return app.sent(SaveDraft.class).stream()
                .filter(saved -> saved.text().isEmpty())
                .toList();
    }

    private static int order(AppDriver app, Command command) {
        return app.sent().lastIndexOf(command);
    }
}
