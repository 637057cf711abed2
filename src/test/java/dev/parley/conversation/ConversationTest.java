package dev.parley.conversation;

import static dev.parley.conversation.Sample.AGENT;
import static dev.parley.conversation.Sample.BOT;
import static dev.parley.conversation.Sample.C;
import static dev.parley.conversation.Sample.HERE;
import static dev.parley.conversation.Sample.ONE;
import static dev.parley.conversation.Sample.SELF;
import static dev.parley.conversation.Sample.START;
import static dev.parley.conversation.Sample.SURVEY;
import static dev.parley.conversation.Sample.agent;
import static dev.parley.conversation.Sample.at;
import static dev.parley.conversation.Sample.changed;
import static dev.parley.conversation.Sample.conversation;
import static dev.parley.conversation.Sample.events;
import static dev.parley.conversation.Sample.eventsIn;
import static dev.parley.conversation.Sample.facts;
import static dev.parley.conversation.Sample.folded;
import static dev.parley.conversation.Sample.history;
import static dev.parley.conversation.Sample.main;
import static dev.parley.conversation.Sample.open;
import static dev.parley.conversation.Sample.outgoing;
import static dev.parley.conversation.Sample.own;
import static dev.parley.conversation.Sample.read;
import static dev.parley.conversation.Sample.said;
import static dev.parley.conversation.Sample.survey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationFacts.DialogFacts;
import dev.parley.conversation.TimelineItem.DialogStart;
import dev.parley.conversation.TimelineItem.HistoryNote;
import dev.parley.conversation.TimelineItem.Own;
import dev.parley.conversation.TimelineItem.Said;
import dev.parley.conversation.TimelineItem.Tick;
import dev.parley.conversation.Update.HistoryState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static Update marked(long upTo) {
        return new Update.ReadMarked(ONE, C, C, upTo);
    }

    private static Update typing(Who who, boolean writing) {
        return new Update.TypingChanged(ONE, C, who, writing);
    }

    private static Update link(Link.State state) {
        return new Update.LinkChanged(ONE, new Link(state, -1, ""));
    }

    @Nested
    class Facts {
        @Test
        void a_conversation_without_facts_is_open() {
            Conversation conversation = conversation(events(own(0)));

            assertThat(conversation.isOpen()).isTrue();
            assertThat(conversation.facts()).isEmpty();
            assertThat(conversation.dialogId()).isEqualTo(C);
        }

        @Test
        void older_facts_are_dropped() {
            Conversation conversation =
                    conversation(changed(facts(false, 20, main(false, 20))), changed(facts(true, 10, main(true, 10))));

            assertThat(conversation.facts()).contains(facts(false, 20, main(false, 20)));
        }

        @Test
        void of_facts_with_the_same_time_the_later_wins() {
            Conversation conversation =
                    conversation(changed(facts(true, 10, main(true, 10))), changed(facts(false, 10, main(true, 10))));

            assertThat(conversation.isOpen()).isFalse();
        }

        @Test
        void each_dialog_goes_by_its_own_time() {
            Conversation conversation = conversation(
                    changed(facts(true, 20, main(true, 10), survey(true, 5))),
                    changed(facts(true, 10, main(false, 15), survey(false, 4))));

            assertThat(conversation.facts().orElseThrow().dialogs()).containsExactly(main(false, 15), survey(true, 5));
            assertThat(conversation.facts().orElseThrow().updatedMillis()).isEqualTo(20);
        }

        @Test
        void a_dialog_no_longer_listed_is_kept() {
            Conversation conversation = conversation(
                    changed(facts(true, 10, main(true, 10), survey(true, 10))),
                    changed(facts(true, 20, main(true, 20))));

            assertThat(conversation.facts().orElseThrow().dialogs()).containsExactly(main(true, 20), survey(true, 10));
        }

        @Test
        void the_same_facts_again_are_no_news() {
            Inbox inbox = folded(changed(facts(true, 10, main(true, 10))));

            assertThat(inbox.apply(changed(facts(true, 10, main(true, 10))))).isFalse();
        }

        @Test
        void one_publishes_to_the_open_messaging_dialog() {
            DialogFacts cobrowse = new DialogFacts("co", "OTHER", true, false, Optional.empty(), 1);

            Conversation conversation =
                    conversation(changed(facts(true, 10, main(false, 10), survey(true, 10), cobrowse)));

            assertThat(conversation.dialogId()).isEqualTo(SURVEY);
        }

        @Test
        void with_every_dialog_closed_one_would_publish_to_main() {
            Conversation conversation = conversation(changed(facts(false, 10, survey(false, 10), main(false, 10))));

            assertThat(conversation.dialogId()).isEqualTo(C);
        }

        @Test
        void the_assigned_agent_answers_rather_than_a_bot() {
            Conversation conversation = conversation(
                    changed(facts(C, true, 1, START, Optional.empty(), Optional.empty(), List.of(SELF, BOT, AGENT))));

            assertThat(conversation.agent()).contains(AGENT);
        }

        @Test
        void a_bot_answers_where_no_agent_is_assigned() {
            Conversation conversation = conversation(
                    changed(facts(C, true, 1, START, Optional.empty(), Optional.empty(), List.of(SELF, BOT))));

            assertThat(conversation.agent()).contains(BOT);
        }
    }

    @Nested
    class Items {
        @Test
        void dialogs_stand_in_order_of_creation_and_others_than_main_are_announced() {
            Conversation conversation = conversation(
                    eventsIn(SURVEY, agent(0)),
                    events(own(0)),
                    changed(facts(true, 10, survey(true, 10), main(false, 10))));

            assertThat(conversation.items())
                    .containsExactly(
                            said(own(0)),
                            new DialogStart(SURVEY, "POST_SURVEY"),
                            new Said(SURVEY, agent(0), Tick.NONE));
        }

        @Test
        void a_survey_is_announced_before_its_first_word() {
            Conversation conversation = conversation(changed(facts(true, 10, main(false, 10), survey(true, 10))));

            assertThat(conversation.items()).containsExactly(new DialogStart(SURVEY, "POST_SURVEY"));
        }

        @Test
        void a_dialog_not_for_messaging_shows_only_when_something_was_said() {
            DialogFacts cobrowse = new DialogFacts("co", "OTHER", true, false, Optional.empty(), 1);

            Conversation conversation = conversation(changed(facts(true, 10, main(true, 10), cobrowse)));

            assertThat(conversation.items()).isEmpty();
        }

        @Test
        void each_dialog_counts_its_own_sequences() {
            Conversation conversation = conversation(events(agent(0), agent(1)), eventsIn(SURVEY, agent(0)));

            assertThat(conversation.items())
                    .containsExactly(
                            said(agent(0)),
                            said(agent(1)),
                            new DialogStart(SURVEY, ""),
                            new Said(SURVEY, agent(0), Tick.NONE));
        }

        @Test
        void loading_is_said_while_there_is_nothing_to_read() {
            Inbox inbox = folded(history(HistoryState.LOADING));
            Conversation conversation = inbox.conversation(HERE).orElseThrow();
            assertThat(conversation.items()).containsExactly(new HistoryNote(C, HistoryState.LOADING, ""));

            inbox.apply(events(agent(0)));

            assertThat(conversation.items()).containsExactly(said(agent(0)));
        }

        @Test
        void a_history_that_came_needs_no_word() {
            Conversation conversation = conversation(history(HistoryState.LOADING), history(HistoryState.COMPLETE));

            assertThat(conversation.items()).isEmpty();
            assertThat(conversation.history(C)).contains(HistoryState.COMPLETE);
        }

        @Test
        void a_refused_history_is_a_row_behind_what_was_given() {
            Conversation conversation = conversation(events(agent(0)), history(HistoryState.REFUSED));

            assertThat(conversation.items())
                    .containsExactly(said(agent(0)), new HistoryNote(C, HistoryState.REFUSED, ""));
        }

        @Test
        void own_messages_stand_after_every_dialog() {
            Conversation conversation =
                    conversation(changed(outgoing("a", Delivery.QUEUED)), events(agent(0)), eventsIn(SURVEY, agent(0)));

            assertThat(conversation.items()).last().isEqualTo(new Own(outgoing("a", Delivery.QUEUED)));
        }

        @Test
        void a_list_handed_out_stays_as_it_is() {
            Inbox inbox = folded(events(own(0), agent(2)));
            List<TimelineItem> before = inbox.conversation(HERE).orElseThrow().items();
            List<TimelineItem> copy = List.copyOf(before);

            inbox.apply(events(agent(1), read(3, AGENT, 0L)));

            assertThat(before).isEqualTo(copy);
        }
    }

    @Nested
    class Unread {
        @Test
        void turns_of_others_that_no_read_of_ours_lists() {
            Conversation conversation =
                    conversation(events(agent(0), own(1), agent(2), agent(3), read(4, SELF, 0L, 3L)));

            assertThat(conversation.unread()).isOne();
            assertThat(conversation.firstUnread()).contains(said(agent(2)));
        }

        @Test
        void a_read_of_somebody_else_is_not_ours() {
            assertThat(conversation(events(agent(0), read(1, BOT, 0L))).unread())
                    .isOne();
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
            assertThat(conversation(marked(1), events(agent(0), agent(1), agent(2)))
                            .unread())
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
            Conversation conversation =
                    conversation(events(agent(0), agent(2)), marked(2), events(agent(1)), marked(2));

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
            assertThat(conversation(changed(open(agent(7))), marked(7)).unread())
                    .isZero();
        }
    }

    @Nested
    class Waiting {
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

    @Nested
    class Last {
        @Test
        void the_newest_turn_of_the_timeline() {
            Conversation.LastTurn last =
                    conversation(events(agent(4), own(0))).lastTurn().orElseThrow();

            assertThat(last).isEqualTo(new Conversation.LastTurn(false, Optional.of(AGENT), at(4), agent(4).content()));
        }

        @Test
        void the_preview_where_the_timeline_has_nothing_newer() {
            assertThat(conversation(events(own(0)), changed(open(agent(7)))).lastTurn())
                    .get()
                    .extracting(Conversation.LastTurn::at)
                    .isEqualTo(at(7));
        }

        @Test
        void an_older_preview_does_not_hide_the_timeline() {
            assertThat(conversation(events(agent(8)), changed(open(agent(7)))).lastTurn())
                    .get()
                    .extracting(Conversation.LastTurn::at)
                    .isEqualTo(at(8));
        }

        @Test
        void the_newest_preview_is_kept_even_from_older_facts() {
            Update newer = changed(facts(true, 9, main(true, 9)));

            assertThat(conversation(newer, changed(open(agent(7)))).lastTurn()).isPresent();
        }

        @Test
        void a_survey_after_the_main_dialog_has_it() {
            assertThat(conversation(events(own(3)), eventsIn(SURVEY, agent(5))).lastTurn())
                    .get()
                    .extracting(Conversation.LastTurn::at)
                    .isEqualTo(at(5));
        }

        @Test
        void there_is_none_where_nothing_was_said() {
            assertThat(conversation(changed(facts(true, 1))).lastTurn()).isEmpty();
        }
    }

    @Nested
    class Writing {
        @Test
        void somebody_writes_until_told_otherwise() {
            Inbox inbox = folded(changed(facts(true, 1)), typing(AGENT, true), typing(BOT, true));
            Conversation conversation = inbox.conversation(HERE).orElseThrow();
            assertThat(conversation.typing()).containsExactly(AGENT, BOT);

            inbox.apply(typing(AGENT, false));

            assertThat(conversation.typing()).containsExactly(BOT);
        }

        @Test
        void the_consumer_itself_is_never_among_them() {
            assertThat(conversation(changed(facts(true, 1)), typing(SELF, true)).typing())
                    .isEmpty();
        }

        @Test
        void their_next_turn_ends_it() {
            assertThat(conversation(changed(facts(true, 1)), typing(AGENT, true), events(agent(0)))
                            .typing())
                    .isEmpty();
        }

        @Test
        void an_old_turn_of_theirs_does_not_end_it() {
            Conversation conversation =
                    conversation(events(agent(5)), typing(AGENT, true), events(agent(5)), events(agent(2)));

            assertThat(conversation.typing()).containsExactly(AGENT);
        }

        @Test
        void a_lost_link_ends_it() {
            assertThat(conversation(events(own(0)), typing(AGENT, true), link(Link.State.OFFLINE))
                            .typing())
                    .isEmpty();
            assertThat(conversation(events(own(0)), typing(AGENT, true), link(Link.State.CONNECTING))
                            .typing())
                    .isEmpty();
        }

        @Test
        void a_link_not_heard_of_for_a_while_does_not() {
            assertThat(conversation(events(own(0)), typing(AGENT, true), link(Link.State.NOT_HEARD))
                            .typing())
                    .containsExactly(AGENT);
        }

        @Test
        void closing_ends_it_and_nobody_writes_in_a_closed_conversation() {
            assertThat(conversation(events(own(0)), typing(AGENT, true), changed(facts(false, 1)))
                            .typing())
                    .isEmpty();
            assertThat(conversation(changed(facts(false, 1)), typing(AGENT, true))
                            .typing())
                    .isEmpty();
        }
    }
}
