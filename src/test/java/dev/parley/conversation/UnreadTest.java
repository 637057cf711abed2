package dev.parley.conversation;

import static dev.parley.conversation.Sample.BOT;
import static dev.parley.conversation.Sample.C;
import static dev.parley.conversation.Sample.ONE;
import static dev.parley.conversation.Sample.SELF;
import static dev.parley.conversation.Sample.START;
import static dev.parley.conversation.Sample.SURVEY;
import static dev.parley.conversation.Sample.agent;
import static dev.parley.conversation.Sample.changed;
import static dev.parley.conversation.Sample.conversation;
import static dev.parley.conversation.Sample.events;
import static dev.parley.conversation.Sample.eventsIn;
import static dev.parley.conversation.Sample.facts;
import static dev.parley.conversation.Sample.history;
import static dev.parley.conversation.Sample.main;
import static dev.parley.conversation.Sample.open;
import static dev.parley.conversation.Sample.own;
import static dev.parley.conversation.Sample.read;
import static dev.parley.conversation.Sample.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Update.HistoryState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnreadTest {
    private static Update marked(long upTo) {
        return new Update.ReadMarked(ONE, C, C, upTo);
    }

    @Test
    void turns_of_others_that_no_read_of_ours_lists() {
        Conversation conversation = conversation(events(agent(0), own(1), agent(2), agent(3), read(4, SELF, 0L, 3L)));

        assertThat(conversation.unread()).isOne();
        assertThat(conversation.firstUnread()).contains(said(agent(2)));
    }

    @Test
    void what_cannot_be_shown_is_unread_and_to_be_refused_until_a_nack_of_ours_lists_it() {
        TimelineEvent strange =
                new TimelineEvent.Turn(1, Sample.AGENT, START, new Content.Unsupported("holo/gram"), Optional.empty());
        Inbox inbox = Sample.folded(events(agent(0), strange));
        Timeline timeline =
                inbox.conversation(Sample.HERE).orElseThrow().timeline(C).orElseThrow();
        assertThat(timeline.unrefused()).containsExactly(1L);
        assertThat(timeline.isUnshowable(0)).isFalse();

        inbox.apply(events(new TimelineEvent.Receipt(2, SELF, TimelineEvent.ReceiptStatus.NACK, List.of(1L))));

        assertThat(timeline.unrefused()).isEmpty();
        assertThat(timeline.unread(9)).containsExactly(0L, 1L);
        assertThat(inbox.conversation(Sample.HERE).orElseThrow().unread()).isEqualTo(2);
    }

    @Test
    void a_nack_may_come_before_what_it_lists_and_anothers_is_not_ours() {
        TimelineEvent strange =
                new TimelineEvent.Turn(1, Sample.AGENT, START, new Content.Unsupported("holo/gram"), Optional.empty());
        TimelineEvent ours = new TimelineEvent.Receipt(2, SELF, TimelineEvent.ReceiptStatus.NACK, List.of(1L));
        TimelineEvent theirs = new TimelineEvent.Receipt(2, BOT, TimelineEvent.ReceiptStatus.NACK, List.of(1L));

        assertThat(conversation(events(ours), events(strange))
                        .timeline(C)
                        .orElseThrow()
                        .unrefused())
                .isEmpty();
        assertThat(conversation(events(theirs), events(strange))
                        .timeline(C)
                        .orElseThrow()
                        .unrefused())
                .containsExactly(1L);
    }

    @Test
    void the_largest_sequence_is_listed_as_any_other() {
        Timeline timeline =
                conversation(events(agent(Long.MAX_VALUE))).timeline(C).orElseThrow();

        assertThat(timeline.unread(Long.MAX_VALUE)).containsExactly(Long.MAX_VALUE);
        assertThat(timeline.unaccepted()).containsExactly(Long.MAX_VALUE);
    }

    @Test
    void a_read_of_somebody_else_is_not_ours() {
        assertThat(conversation(events(agent(0), read(1, BOT, 0L))).unread()).isOne();
    }

    @Test
    void they_count_in_every_dialog_and_in_closed_conversations() {
        Conversation conversation =
                conversation(events(agent(0)), eventsIn(SURVEY, agent(0)), changed(facts(false, 1)));

        assertThat(conversation.unread()).isEqualTo(2);
    }

    @Test
    void a_local_mark_counts_as_having_read() {
        Conversation conversation = conversation(events(agent(0), agent(1), agent(2)), marked(1));

        assertThat(conversation.unread()).isOne();
        assertThat(conversation.firstUnread()).contains(said(agent(2)));
    }

    @Test
    void a_mark_kept_from_earlier_holds_for_the_turns_that_come() {
        assertThat(conversation(marked(1), events(agent(0), agent(1), agent(2))).unread())
                .isOne();
    }

    @Test
    void what_was_missing_when_one_read_on_is_unread_when_it_comes() {
        Conversation conversation = conversation(events(agent(0), agent(3)), marked(3), events(agent(1), agent(2)));

        assertThat(conversation.unread()).isEqualTo(2);
        assertThat(conversation.firstUnread()).contains(said(agent(1)));
    }

    @Test
    void reading_on_again_covers_what_came_late() {
        Conversation conversation = conversation(events(agent(0), agent(2)), marked(2), events(agent(1)), marked(2));

        assertThat(conversation.unread()).isZero();
    }

    @Test
    void a_preview_of_a_turn_not_loaded_counts_as_one() {
        assertThat(conversation(changed(open(agent(7)))).unread()).isOne();
    }

    @Test
    void an_own_preview_does_not_count() {
        assertThat(conversation(changed(open(own(7)))).unread()).isZero();
    }

    @Test
    void a_preview_does_not_count_while_the_history_is_on_its_way_or_refused() {
        assertThat(conversation(changed(open(agent(7))), history(HistoryState.LOADING))
                        .unread())
                .isZero();
        assertThat(conversation(changed(open(agent(7))), history(HistoryState.REFUSED))
                        .unread())
                .isZero();
    }

    @Test
    void a_preview_of_a_closed_conversation_does_not_count() {
        Update closed = changed(
                facts(C, false, 1, START, Optional.empty(), Optional.of(agent(7)), List.of(SELF), main(false, 1)));

        assertThat(conversation(closed).unread()).isZero();
    }

    @Test
    void a_preview_that_is_loaded_counts_no_second_time() {
        Conversation conversation = conversation(changed(open(agent(0))), events(agent(0)));

        assertThat(conversation.unread()).isOne();
    }

    @Test
    void a_preview_that_was_marked_does_not_count() {
        assertThat(conversation(changed(open(agent(7))), marked(7)).unread()).isZero();
    }
}
