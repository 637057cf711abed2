package dev.parley.conversation;

import static dev.parley.conversation.Sample.C;
import static dev.parley.conversation.Sample.HERE;
import static dev.parley.conversation.Sample.ONE;
import static dev.parley.conversation.Sample.SELF;
import static dev.parley.conversation.Sample.SURVEY;
import static dev.parley.conversation.Sample.UNOPENED;
import static dev.parley.conversation.Sample.agent;
import static dev.parley.conversation.Sample.changed;
import static dev.parley.conversation.Sample.conversation;
import static dev.parley.conversation.Sample.events;
import static dev.parley.conversation.Sample.eventsIn;
import static dev.parley.conversation.Sample.folded;
import static dev.parley.conversation.Sample.outgoing;
import static dev.parley.conversation.Sample.own;
import static dev.parley.conversation.Sample.said;
import static dev.parley.conversation.Sample.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.TimelineItem.Own;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnMessagesTest {
    @ParameterizedTest
    @EnumSource
    void an_own_message_stands_after_all_turns_until_its_own_comes(Delivery delivery) {
        Conversation conversation = conversation(changed(outgoing("a", delivery)), events(agent(0)));

        assertThat(conversation.items()).containsExactly(said(agent(0)), new Own(outgoing("a", delivery)));
    }

    @Test
    void the_echo_takes_the_place_of_the_message() {
        Conversation conversation =
                conversation(changed(outgoing("a", Delivery.IN_FLIGHT)), events(agent(0), own(1, "a")));

        assertThat(conversation.items()).containsExactly(said(agent(0)), said(own(1, "a")));
        assertThat(conversation.outgoing()).isEmpty();
    }

    @Test
    void an_answer_after_the_echo_brings_no_row_back() {
        Conversation conversation = conversation(
                changed(outgoing("a", Delivery.IN_FLIGHT)),
                events(own(0, "a")),
                changed(outgoing("a", Delivery.IN_FLIGHT).acked(C, 0)));

        assertThat(conversation.items()).containsExactly(said(own(0, "a")));
    }

    @Test
    void an_answer_before_the_echo_leaves_one_row() {
        Outgoing acked = outgoing("a", Delivery.IN_FLIGHT).acked(C, 0);

        Inbox inbox = folded(changed(outgoing("a", Delivery.IN_FLIGHT)), changed(acked));

        Conversation conversation = inbox.conversation(HERE).orElseThrow();
        assertThat(conversation.items()).containsExactly(new Own(acked));
        inbox.apply(events(own(0, "a")));
        assertThat(conversation.items()).containsExactly(said(own(0, "a")));
    }

    @Test
    void an_answered_message_is_known_again_without_its_id() {
        Conversation conversation =
                conversation(changed(outgoing("a", Delivery.IN_FLIGHT).acked(C, 0)), events(own(0)));

        assertThat(conversation.items()).containsExactly(said(own(0)));
    }

    @Test
    void a_message_answered_after_its_turn_without_id_came_is_known_too() {
        Conversation conversation = conversation(
                events(own(0)), changed(outgoing("a", Delivery.IN_FLIGHT).acked(C, 0)));

        assertThat(conversation.items()).containsExactly(said(own(0)));
        assertThat(conversation.outgoing()).isEmpty();
    }

    @Test
    void once_known_again_nothing_late_brings_a_row_back() {
        Conversation conversation = conversation(
                changed(outgoing("a", Delivery.IN_FLIGHT).acked(C, 0)),
                events(own(0)),
                changed(outgoing("a", Delivery.UNKNOWN)));

        assertThat(conversation.items()).containsExactly(said(own(0)));
    }

    @Test
    void the_same_sequence_of_another_dialog_is_another_turn() {
        Outgoing acked = outgoing("a", Delivery.IN_FLIGHT).acked(SURVEY, 0);

        Conversation conversation = conversation(events(own(0)), changed(acked));

        assertThat(conversation.items()).containsExactly(said(own(0)), new Own(acked));
    }

    @Test
    void without_a_dialog_the_words_must_agree() {
        Outgoing acked = outgoing("a", Delivery.IN_FLIGHT).acked(0);

        Conversation conversation =
                conversation(events(own(0)), changed(acked), eventsIn(SURVEY, turn(0, SELF, "text of a")));

        assertThat(conversation.outgoing()).isEmpty();
        assertThat(conversation(events(own(0)), changed(acked)).outgoing()).containsExactly(acked);
    }

    @Test
    void somebody_elses_turn_with_the_id_is_not_ours() {
        TimelineEvent.Turn copied =
                new TimelineEvent.Turn(0, Sample.AGENT, Sample.at(0), Content.Text.of("x"), Optional.of("a"));

        Conversation conversation = conversation(changed(outgoing("a", Delivery.QUEUED)), events(copied));

        assertThat(conversation.outgoing()).hasSize(1);
    }

    @Test
    void a_second_copy_may_carry_the_id_that_the_first_had_not() {
        Conversation conversation = conversation(
                changed(outgoing("a", Delivery.UNKNOWN)), events(turn(0, SELF, "text of a")), events(own(0, "a")));

        assertThat(conversation.items()).containsExactly(said(turn(0, SELF, "text of a")));
    }

    @Test
    void a_copy_that_says_something_else_is_not_our_message() {
        Conversation conversation = conversation(
                changed(outgoing("a", Delivery.UNKNOWN)), events(turn(0, SELF, "other")), events(own(0, "a")));

        assertThat(conversation.outgoing()).hasSize(1);
    }

    @Test
    void messages_stand_in_order_of_enter_whatever_becomes_of_them() {
        Conversation conversation = conversation(
                changed(outgoing("a", Delivery.SAVING)),
                changed(outgoing("b", Delivery.SAVING)),
                changed(outgoing("a", Delivery.FAILED)));

        assertThat(conversation.outgoing())
                .containsExactly(outgoing("a", Delivery.FAILED), outgoing("b", Delivery.SAVING));
    }

    @Test
    void an_answer_is_never_taken_back() {
        Outgoing acked = outgoing("a", Delivery.IN_FLIGHT).acked(C, 3);

        Conversation conversation = conversation(changed(acked), changed(outgoing("a", Delivery.IN_FLIGHT)));

        assertThat(conversation.outgoing()).containsExactly(acked);
    }

    @Test
    void one_that_was_taken_back_does_not_return() {
        Conversation conversation = conversation(
                events(agent(0)),
                changed(outgoing("a", Delivery.QUEUED)),
                new Update.OutgoingRemoved(ONE, "a"),
                changed(outgoing("a", Delivery.QUEUED)));

        assertThat(conversation.outgoing()).isEmpty();
    }

    @Test
    void a_text_that_went_back_into_the_input_leaves_no_row() {
        Inbox inbox = folded(changed(outgoing("a", Delivery.SAVING).in(UNOPENED)));

        inbox.apply(new Update.TextReturned(ONE, UNOPENED, "a", "text of a", "disk full"));

        assertThat(inbox.consumer(ONE).orElseThrow().unopened()).isEmpty();
    }

    @Test
    void what_was_written_in_the_unopened_place_moves_into_the_conversation() {
        Outgoing first = outgoing("a", Delivery.QUEUED).in(UNOPENED);
        Outgoing second = outgoing("b", Delivery.FAILED).in(UNOPENED);

        Inbox inbox = folded(changed(first), changed(second), new Update.PlaceOpened(ONE, C));

        assertThat(inbox.conversation(HERE).orElseThrow().items())
                .containsExactly(new Own(first.in(HERE)), new Own(second.in(HERE)));
        assertThat(inbox.consumer(ONE).orElseThrow().unopened()).isEmpty();
    }

    @Test
    void the_same_message_in_another_place_stands_only_there() {
        Inbox inbox = folded(
                changed(outgoing("a", Delivery.QUEUED).in(UNOPENED)), changed(outgoing("a", Delivery.IN_FLIGHT)));

        assertThat(inbox.consumer(ONE).orElseThrow().unopened()).isEmpty();
        assertThat(inbox.conversation(HERE).orElseThrow().outgoing()).hasSize(1);
    }

    @Test
    void a_message_written_elsewhere_leaves_its_row_when_it_turns_up_here() {
        Outgoing elsewhere = outgoing("a", Delivery.QUEUED).in(new Place(ONE, "conv-2"));
        Inbox inbox = folded(changed(elsewhere));
        Conversation other = inbox.conversation(elsewhere.place()).orElseThrow();
        long before = other.version();

        inbox.apply(events(own(0, "a")));

        assertThat(other.items()).isEmpty();
        assertThat(other.version()).isGreaterThan(before);
    }

    @Test
    void the_outgoing_text_is_the_newest_turn_until_then() {
        Conversation conversation = conversation(events(agent(0)), changed(outgoing("a", Delivery.QUEUED)));

        Conversation.LastTurn last = conversation.lastTurn().orElseThrow();
        assertThat(last.own()).isTrue();
        assertThat(last.content()).isEqualTo(Content.Text.of("text of a"));
    }

    @Test
    void a_failed_message_was_not_said() {
        Conversation conversation = conversation(events(agent(0)), changed(outgoing("a", Delivery.FAILED)));

        assertThat(conversation.lastTurn().orElseThrow().own()).isFalse();
        assertThat(conversation.waitingSince()).isEmpty();
    }
}
