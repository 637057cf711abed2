package dev.parley.store;

import static dev.parley.store.Sample.HERE;
import static dev.parley.store.Sample.UNOPENED;
import static dev.parley.store.Sample.facts;
import static dev.parley.store.Sample.message;
import static dev.parley.store.Sample.now;
import static dev.parley.store.Sample.said;
import static dev.parley.store.Sample.tried;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Action;
import dev.parley.conversation.Content;
import dev.parley.conversation.Content.QuickReply;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.History;
import dev.parley.conversation.History.Hit;
import dev.parley.conversation.History.Name;
import dev.parley.conversation.Marks.Mark;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Ports;
import dev.parley.conversation.SentTexts;
import dev.parley.conversation.Timeline.Range;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.TimelineEvent.Silent;
import dev.parley.conversation.TimelineEvent.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What any implementation of the ports does, on disk or in memory. */
abstract class PortsContract {
    abstract Ports.Factory factory();

    abstract SentTexts sentTexts();

    private Ports ports() {
        return factory().of("10000001", "c0a5");
    }

    @Test
    void a_session_started_anew_finds_what_the_last_one_left() {
        now(ports().drafts().save(UNOPENED, "half a sentence"));

        Ports again = factory().of("10000001", "c0a5");

        assertThat(now(again.drafts().all())).isEqualTo(Map.of(UNOPENED, "half a sentence"));
    }

    @Test
    void consumers_and_accounts_are_kept_apart() {
        now(ports().drafts().save(HERE, "mine"));
        now(ports().outbox().accept(message("a")));
        now(ports().marks().mark("c", "c", 4));
        now(ports().history().add("c", "c", List.of(said(1, "hello"))));
        now(ports().history().keep(facts("c", 1)));
        now(ports().history().name(new Name("p", "Pat", false)));

        for (Ports other : List.of(factory().of("10000001", "other"), factory().of("10000002", "c0a5"))) {
            assertThat(now(other.drafts().all())).isEmpty();
            assertThat(now(other.outbox().all())).isEmpty();
            assertThat(now(other.marks().all())).isEmpty();
            assertThat(now(other.history().of("c", "c"))).isEmpty();
            assertThat(now(other.history().conversations())).isEmpty();
            assertThat(now(other.history().names())).isEmpty();
            assertThat(now(other.history().find("hello", Optional.empty(), 9))).isEmpty();
        }
    }

    @Test
    void messages_are_kept_in_order_of_acceptance() {
        now(ports().outbox().accept(message("b")));
        now(ports().outbox().accept(tried("a")));
        now(ports().outbox().update(message("b").with(Delivery.QUEUED, "")));

        List<Outgoing> kept = now(ports().outbox().all());

        assertThat(kept).containsExactly(message("b").with(Delivery.QUEUED, ""), tried("a"));
    }

    @Test
    void accepting_a_message_forgets_the_draft_of_its_place_only() {
        now(ports().drafts().save(HERE, "hello"));
        now(ports().drafts().save(UNOPENED, "other"));

        now(ports().outbox().accept(message("a")));

        assertThat(now(ports().drafts().all())).isEqualTo(Map.of(UNOPENED, "other"));
    }

    @Test
    void a_message_accepted_again_keeps_its_place_in_the_order() {
        now(ports().outbox().accept(message("a")));
        now(ports().outbox().accept(message("b")));

        now(ports().outbox().accept(message("a").with(Delivery.QUEUED, "")));

        assertThat(now(ports().outbox().all())).containsExactly(message("a").with(Delivery.QUEUED, ""), message("b"));
    }

    @Test
    void a_removed_message_is_forgotten_and_late_news_do_not_bring_it_back() {
        now(ports().outbox().accept(message("a")));
        now(ports().outbox().remove("a"));

        now(ports().outbox().update(message("a").acked(3)));

        assertThat(now(ports().outbox().all())).isEmpty();
    }

    @Test
    void an_empty_draft_is_none() {
        now(ports().drafts().save(HERE, "hello"));

        now(ports().drafts().save(HERE, ""));

        assertThat(now(ports().drafts().all())).isEmpty();
    }

    @Test
    void a_mark_never_goes_down() {
        now(ports().marks().mark("c", "c", 7));
        now(ports().marks().mark("c", "survey", 2));

        now(ports().marks().mark("c", "c", 3));
        now(ports().marks().mark("c", "survey", 4));

        assertThat(now(ports().marks().all())).containsExactly(new Mark("c", "c", 7), new Mark("c", "survey", 4));
    }

    @Test
    void history_comes_back_in_order_of_sequence_and_the_first_of_two_equal_ones_is_kept() {
        now(ports().history().add("c", "c", List.of(new Silent(3), said(1, "first"))));
        now(ports().history().add("c", "c", List.of(said(1, "second"), new Silent(2))));
        now(ports().history().add("c", "survey", List.of(new Silent(9))));

        assertThat(now(ports().history().of("c", "c"))).containsExactly(said(1, "first"), new Silent(2), new Silent(3));
        assertThat(now(ports().history().of("c", "unheard"))).isEmpty();
    }

    @Test
    void more_events_than_one_transaction_takes_are_all_there_when_it_is_told() {
        List<TimelineEvent> many =
                IntStream.range(0, 1_201).<TimelineEvent>mapToObj(Silent::new).toList();

        now(ports().history().add("c", "c", many));

        assertThat(now(ports().history().of("c", "c"))).isEqualTo(many);
    }

    @Test
    void a_long_dialog_is_read_page_by_page_from_its_end() {
        List<TimelineEvent> all = List.of(
                new Silent(Long.MIN_VALUE), new Silent(2), new Silent(3), new Silent(7), new Silent(Long.MAX_VALUE));
        now(ports().history().add("c", "c", all));

        List<TimelineEvent> read = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        OptionalLong upTo = OptionalLong.of(Long.MAX_VALUE);
        while (upTo.isPresent()) {
            History.Page page = now(ports().history().page("c", "c", upTo.getAsLong(), 2));
            read.addAll(0, page.events());
            sizes.add(page.events().size());
            upTo = page.next();
        }

        assertThat(read).isEqualTo(all);
        assertThat(sizes).containsExactly(2, 2, 1);
        assertThat(now(ports().history().page("c", "unheard", Long.MAX_VALUE, 2)))
                .isEqualTo(History.Page.NOTHING);
    }

    @Test
    void every_kind_of_event_comes_back_as_it_was() {
        QuickReply reply = new QuickReply("Yes", "yes please", "{\"a\":1}");
        QuickReply leading = new QuickReply(
                "Shop", "", "", List.of(new Action.Link("https://shop.example/", ""), new Action.Navigate(1, 2, "x")));
        List<TimelineEvent> events = List.of(
                said(Long.MIN_VALUE, "\u0000\ud83d\u200b\u001b[2J"),
                new Turn(
                        0,
                        Sample.AGENT,
                        Instant.parse("2026-01-02T03:04:05.678901234Z"),
                        new Content.Text("Shall we?", List.of(reply)),
                        Optional.of("external-1")),
                new Turn(1, Sample.AGENT, Instant.MAX, new Content.Unsupported("hosted/file"), Optional.empty()),
                new Receipt(2, Sample.AGENT, ReceiptStatus.READ, List.of(0L, 1L)),
                new Turn(
                        5,
                        Sample.AGENT,
                        Instant.EPOCH,
                        new Content.Text("Where to?", List.of(reply, leading)),
                        Optional.empty()),
                new Silent(Long.MAX_VALUE));

        now(ports().history().add("c", "c", events));

        assertThat(now(ports().history().of("c", "c"))).isEqualTo(events);
    }

    @Test
    void strings_are_kept_as_they_are_also_where_they_are_no_valid_unicode() {
        String first = "half a pair \ud83d";
        String second = "half a pair \ud83e";
        now(ports().history().add(first, "d\u0000", List.of(new Silent(1))));
        now(ports().history().add(second, "d\u0000", List.of(new Silent(2))));
        now(ports().marks().mark(first, "", 1));
        now(sentTexts().add(first));

        assertThat(now(ports().history().of(first, "d\u0000"))).containsExactly(new Silent(1));
        assertThat(now(ports().marks().all())).containsExactly(new Mark(first, "", 1));
        assertThat(now(sentTexts().all())).containsExactly(first);
    }

    @Test
    void a_hole_is_known_once() {
        now(ports().history().addHole("c", "c", 3, 5));
        now(ports().history().addHole("c", "c", 8, 8));

        now(ports().history().addHole("c", "c", 3, 5));

        assertThat(now(ports().history().holes("c", "c"))).containsExactly(new Range(3, 5), new Range(8, 8));
        assertThat(now(ports().history().holes("c", "other"))).isEmpty();
    }

    @Test
    void older_facts_do_not_replace_newer_ones() {
        now(ports().history().keep(facts("a", 5)));
        now(ports().history().keep(facts("b", 5)));

        now(ports().history().keep(facts("a", 4)));
        now(ports().history().keep(facts("b", 6)));

        assertThat(now(ports().history().conversations())).containsExactly(facts("a", 5), facts("b", 6));
    }

    @Test
    void nothing_is_kept_of_a_forgotten_conversation() {
        now(ports().history().add("gone", "d", List.of(said(1, "hello there"))));
        now(ports().history().addHole("gone", "d", 2, 3));
        now(ports().history().keep(facts("gone", 1)));
        now(ports().history().add("stays", "stays", List.of(said(1, "hello here"))));

        now(ports().history().forget("gone"));

        assertThat(now(ports().history().of("gone", "d"))).isEmpty();
        assertThat(now(ports().history().holes("gone", "d"))).isEmpty();
        assertThat(now(ports().history().conversations())).isEmpty();
        assertThat(now(ports().history().find("hello", Optional.empty(), 9)))
                .containsExactly(new Hit("stays", "stays", said(1, "hello here")));
    }

    @Test
    void the_last_name_told_is_the_name() {
        now(ports().history().name(new Name("p", "Pat", false)));
        now(ports().history().name(new Name("q", "", true)));

        now(ports().history().name(new Name("p", "Pat M", false)));

        assertThat(now(ports().history().names()))
                .containsExactly(new Name("p", "Pat M", false), new Name("q", "", true));
    }

    @Test
    void a_search_gives_the_newest_turns_that_hold_all_words_wherever_they_stand() {
        now(ports().history()
                .add(
                        "c",
                        "c",
                        List.of(said(1, "The Café is closed"), said(2, "cafeteria, CLOSED"), said(3, "closed"))));
        now(ports().history().add("d", "d", List.of(said(9, "closing the café"))));

        assertThat(found("CAFE clos", Optional.empty(), 9)).containsExactly(9L, 2L, 1L);
        assertThat(found("cafe clos", Optional.of("c"), 9)).containsExactly(2L, 1L);
        assertThat(found("cafe clos", Optional.empty(), 2)).containsExactly(9L, 2L);
        assertThat(found("is", Optional.empty(), 9)).containsExactly(1L);
        assertThat(found("", Optional.empty(), 9)).isEmpty();
        assertThat(found("   ", Optional.empty(), 9)).isEmpty();
        assertThat(found("closed", Optional.empty(), 0)).isEmpty();
    }

    private List<Long> found(String text, Optional<String> conversationId, int most) {
        return now(ports().history().find(text, conversationId, most)).stream()
                .map(hit -> hit.turn().sequence())
                .toList();
    }

    @Test
    void the_newest_thousand_sent_texts_are_kept() {
        IntStream.range(0, 1_003).forEach(i -> sentTexts().add("text " + i));

        List<String> kept = now(sentTexts().all());

        assertThat(kept).hasSize(1_000).startsWith("text 3").endsWith("text 1002");
    }

    @Test
    void what_was_handed_out_does_not_change() {
        now(ports().outbox().accept(message("a")));
        List<Outgoing> before = now(ports().outbox().all());

        now(ports().outbox().remove("a"));

        assertThat(before).containsExactly(message("a"));
    }
}
