package dev.parley.conversation;

import static dev.parley.conversation.Sample.AGENT;
import static dev.parley.conversation.Sample.C;
import static dev.parley.conversation.Sample.ONE;
import static dev.parley.conversation.Sample.SELF;
import static dev.parley.conversation.Sample.accept;
import static dev.parley.conversation.Sample.agent;
import static dev.parley.conversation.Sample.conversation;
import static dev.parley.conversation.Sample.events;
import static dev.parley.conversation.Sample.own;
import static dev.parley.conversation.Sample.read;
import static dev.parley.conversation.Sample.said;
import static dev.parley.conversation.Sample.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Timeline.Range;
import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.TimelineEvent.Silent;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.TimelineItem.Missing;
import dev.parley.conversation.TimelineItem.Said;
import dev.parley.conversation.TimelineItem.Tick;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimelineTest {
    private static Timeline timeline(Update... updates) {
        return conversation(updates).timeline(C).orElseThrow();
    }

    private static Update hole(long from, long to) {
        return new Update.HoleKnown(ONE, C, C, from, to);
    }

    @Test
    void events_stand_in_order_of_sequence_however_they_come() {
        Timeline timeline = timeline(events(agent(3)), events(own(0), own(2)), events(agent(1)));

        assertThat(timeline.turnsAfter(-1)).containsExactly(own(0), agent(1), own(2), agent(3));
    }

    @Test
    void an_event_that_comes_again_is_dropped() {
        Timeline timeline = timeline(events(agent(0), agent(0)), events(agent(0)));

        assertThat(timeline.turnsAfter(-1)).containsExactly(agent(0));
        assertThat(timeline.clashes()).isZero();
    }

    @Test
    void of_two_turns_with_one_sequence_the_first_is_kept_and_the_clash_counted() {
        Timeline timeline = timeline(events(agent(0), turn(0, AGENT, "something else")));

        assertThat(timeline.turnsAfter(-1)).containsExactly(agent(0));
        assertThat(timeline.clashes()).isOne();
    }

    @Test
    void a_replayed_copy_without_role_and_metadata_is_no_clash() {
        Who unlabelled = new Who(SELF.id(), Role.UNKNOWN, true);
        Turn replayed = new Turn(0, unlabelled, Sample.at(0), own(0, "a").content(), Optional.empty());

        Timeline timeline = timeline(events(own(0, "a"), replayed));

        assertThat(timeline.clashes()).isZero();
    }

    @Test
    void a_receipt_and_a_turn_with_one_sequence_clash() {
        Timeline timeline = timeline(events(agent(0), read(0, SELF, 5L), new Silent(0)));

        assertThat(timeline.clashes()).isEqualTo(2);
    }

    @Test
    void a_sequence_below_zero_is_none() {
        Timeline timeline = timeline(events(agent(-1), agent(Long.MIN_VALUE)));

        assertThat(timeline.highest()).isEqualTo(-1);
        assertThat(timeline.turnsAfter(-1)).isEmpty();
    }

    @Test
    void the_largest_sequences_are_taken_and_the_gap_is_one_row() {
        Conversation conversation = conversation(events(agent(Long.MAX_VALUE)), hole(5, Long.MAX_VALUE));

        assertThat(conversation.items())
                .containsExactly(
                        new Missing(C, 0, 4, false),
                        new Missing(C, 5, Long.MAX_VALUE - 1, true),
                        said(agent(Long.MAX_VALUE)));
    }

    @Test
    void nothing_is_contiguous_before_the_first_event() {
        assertThat(timeline(hole(0, 3)).contiguous()).isEqualTo(-1);
    }

    @Test
    void contiguous_ends_before_the_first_hole() {
        Timeline timeline = timeline(events(agent(0), agent(1), agent(4), agent(7)));

        assertThat(timeline.contiguous()).isEqualTo(1);
        assertThat(timeline.highest()).isEqualTo(7);
        assertThat(timeline.holes()).containsExactly(new Range(2, 3), new Range(5, 6));
    }

    @Test
    void a_start_in_the_middle_leaves_a_hole_at_the_beginning() {
        Timeline timeline = timeline(events(agent(5)));

        assertThat(timeline.contiguous()).isEqualTo(-1);
        assertThat(timeline.holes()).containsExactly(new Range(0, 4));
    }

    @Test
    void a_known_hole_is_stepped_over_and_not_asked_for_again() {
        Timeline timeline = timeline(events(agent(0), agent(4), agent(7)), hole(1, 3));

        assertThat(timeline.contiguous()).isEqualTo(4);
        assertThat(timeline.holes()).containsExactly(new Range(5, 6));
    }

    @Test
    void a_hole_known_in_part_is_two_rows() {
        Conversation conversation = conversation(events(agent(0), agent(6)), hole(2, 3));

        assertThat(conversation.items())
                .containsExactly(
                        said(agent(0)),
                        new Missing(C, 1, 1, false),
                        new Missing(C, 2, 3, true),
                        new Missing(C, 4, 5, false),
                        said(agent(6)));
    }

    @Test
    void a_hole_may_be_known_before_the_events_around_it_come() {
        Timeline timeline = timeline(hole(1, 3), events(agent(0), agent(4)));

        assertThat(timeline.holes()).isEmpty();
        assertThat(timeline.contiguous()).isEqualTo(4);
    }

    @Test
    void a_known_hole_that_is_filled_after_all_is_no_longer_missing() {
        Conversation conversation = conversation(events(agent(0), agent(2)), hole(1, 1), events(agent(1)));

        assertThat(conversation.items()).containsExactly(said(agent(0)), said(agent(1)), said(agent(2)));
    }

    @Test
    void receipts_and_silent_events_fill_holes_and_show_nothing() {
        Conversation conversation = conversation(events(agent(0), accept(1, SELF, 0L), new Silent(2), agent(3)));

        assertThat(conversation.items()).containsExactly(said(agent(0)), said(agent(3)));
    }

    @ParameterizedTest
    @EnumSource(names = {"ASSIGNED_AGENT", "BOT", "MANAGER", "UNKNOWN"})
    void an_own_turn_that_somebody_of_the_brand_read_is_ticked_as_read(Role role) {
        Conversation conversation = conversation(events(own(0), read(1, new Who("x", role, false), 0L)));

        assertThat(conversation.items()).containsExactly(new Said(C, own(0), Tick.READ));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONSUMER", "READER", "CONTROLLER"})
    void an_own_turn_that_only_onlookers_read_is_not(Role role) {
        Conversation conversation = conversation(events(own(0), read(1, new Who("x", role, false), 0L)));

        assertThat(conversation.items()).containsExactly(new Said(C, own(0), Tick.ACCEPTED));
    }

    @Test
    void a_receipt_may_come_before_the_turn_it_lists() {
        Conversation conversation = conversation(events(read(1, AGENT, 0L)), events(own(0)));

        assertThat(conversation.items()).containsExactly(new Said(C, own(0), Tick.READ));
    }

    @Test
    void a_read_receipt_says_nothing_of_the_turns_it_does_not_list() {
        Conversation conversation = conversation(events(own(0), own(1), read(2, AGENT, 1L)));

        assertThat(conversation.items())
                .containsExactly(new Said(C, own(0), Tick.ACCEPTED), new Said(C, own(1), Tick.READ));
    }

    @Test
    void accepting_is_not_reading() {
        Timeline timeline = timeline(events(agent(0), agent(1), accept(2, SELF, 0L)));

        assertThat(timeline.unaccepted()).containsExactly(1L);
        assertThat(timeline.unread(9)).containsExactly(0L, 1L);
    }

    @Test
    void reading_is_accepting() {
        Timeline timeline = timeline(events(agent(0), agent(1), read(2, SELF, 0L)));

        assertThat(timeline.unaccepted()).containsExactly(1L);
        assertThat(timeline.unread(9)).containsExactly(1L);
    }

    @Test
    void other_receipts_of_ours_are_neither() {
        Receipt action = new Receipt(1, SELF, ReceiptStatus.ACTION, List.of(0L));

        Timeline timeline = timeline(events(agent(0), action));

        assertThat(timeline.unaccepted()).containsExactly(0L);
        assertThat(timeline.unread(9)).containsExactly(0L);
    }

    @Test
    void unread_looks_no_further_than_it_was_told() {
        assertThat(timeline(events(agent(0), agent(1), agent(2))).unread(1)).containsExactly(0L, 1L);
    }

    @Test
    void own_turns_need_no_receipt_of_ours() {
        Timeline timeline = timeline(events(own(0)));

        assertThat(timeline.unaccepted()).isEmpty();
        assertThat(timeline.unread(9)).isEmpty();
    }

    @Test
    void a_local_mark_does_not_stand_for_the_receipt_that_is_still_to_be_sent() {
        Timeline timeline = timeline(events(agent(0)), new Update.ReadMarked(ONE, C, C, 0));

        assertThat(timeline.unread(0)).containsExactly(0L);
    }

    @Test
    void an_event_is_found_by_its_sequence() {
        Timeline timeline = timeline(events(agent(0), new Silent(200)));

        assertThat(timeline.event(200)).contains(new Silent(200));
        assertThat(timeline.event(1)).isEmpty();
        assertThat(timeline.event(-1)).isEmpty();
        assertThat(timeline.event(Long.MAX_VALUE)).isEmpty();
    }
}
