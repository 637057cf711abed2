package dev.parley.conversation;

import static dev.parley.conversation.Sample.C;
import static dev.parley.conversation.Sample.SELF;
import static dev.parley.conversation.Sample.START;
import static dev.parley.conversation.Sample.agent;
import static dev.parley.conversation.Sample.at;
import static dev.parley.conversation.Sample.changed;
import static dev.parley.conversation.Sample.conversation;
import static dev.parley.conversation.Sample.events;
import static dev.parley.conversation.Sample.facts;
import static dev.parley.conversation.Sample.open;
import static dev.parley.conversation.Sample.outgoing;
import static dev.parley.conversation.Sample.own;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingTest {
    @Test
    void since_the_first_own_turn_that_nobody_answered() {
        assertThat(conversation(events(own(0), agent(1), own(2), own(3))).waitingSince())
                .contains(at(2));
    }

    @Test
    void an_answer_ends_it() {
        assertThat(conversation(events(own(0), agent(1))).waitingSince()).isEmpty();
    }

    @Test
    void a_closed_conversation_does_not_wait() {
        assertThat(conversation(events(own(0)), changed(facts(false, 1))).waitingSince())
                .isEmpty();
    }

    @Test
    void a_message_on_its_way_waits_already() {
        assertThat(conversation(events(agent(0)), changed(outgoing("a", Delivery.QUEUED)))
                        .waitingSince())
                .contains(at(1_000));
    }

    @Test
    void an_unanswered_turn_waits_longer_than_the_message_after_it() {
        assertThat(conversation(events(agent(0), own(1)), changed(outgoing("a", Delivery.QUEUED)))
                        .waitingSince())
                .contains(at(1));
    }

    @Test
    void the_preview_tells_it_where_nothing_is_loaded() {
        assertThat(conversation(changed(open(own(7)))).waitingSince()).contains(at(7));
    }

    @Test
    void an_answer_in_the_preview_ends_it_before_it_is_loaded() {
        assertThat(conversation(events(own(0)), changed(open(agent(7)))).waitingSince())
                .isEmpty();
    }

    @Test
    void it_is_overdue_once_reply_due_has_passed() {
        Update due = changed(facts(C, true, 1, START, Optional.of(at(60)), Optional.empty(), List.of(SELF)));

        Conversation conversation = conversation(due, events(own(0)));

        assertThat(conversation.isOverdue(at(60))).isFalse();
        assertThat(conversation.isOverdue(at(61))).isTrue();
    }

    @Test
    void one_that_does_not_wait_is_not_overdue() {
        Update due = changed(facts(C, true, 1, START, Optional.of(at(60)), Optional.empty(), List.of(SELF)));

        assertThat(conversation(due, events(own(0), agent(1))).isOverdue(at(61)))
                .isFalse();
    }
}
