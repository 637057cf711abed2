package dev.parley.conversation;

import static dev.parley.conversation.Sample.AGENT;
import static dev.parley.conversation.Sample.C;
import static dev.parley.conversation.Sample.HERE;
import static dev.parley.conversation.Sample.SURVEY;
import static dev.parley.conversation.Sample.agent;
import static dev.parley.conversation.Sample.changed;
import static dev.parley.conversation.Sample.conversation;
import static dev.parley.conversation.Sample.events;
import static dev.parley.conversation.Sample.eventsIn;
import static dev.parley.conversation.Sample.facts;
import static dev.parley.conversation.Sample.folded;
import static dev.parley.conversation.Sample.history;
import static dev.parley.conversation.Sample.main;
import static dev.parley.conversation.Sample.outgoing;
import static dev.parley.conversation.Sample.own;
import static dev.parley.conversation.Sample.read;
import static dev.parley.conversation.Sample.said;
import static dev.parley.conversation.Sample.survey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationFacts.DialogFacts;
import dev.parley.conversation.TimelineItem.DialogEnd;
import dev.parley.conversation.TimelineItem.DialogStart;
import dev.parley.conversation.TimelineItem.HistoryNote;
import dev.parley.conversation.TimelineItem.Own;
import dev.parley.conversation.TimelineItem.Said;
import dev.parley.conversation.TimelineItem.Tick;
import dev.parley.conversation.Update.HistoryState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemsTest {
    private static final DialogEnd MAIN_ENDED =
            new DialogEnd(C, "MAIN", Optional.empty(), Optional.empty(), Optional.empty());

    @Test
    void dialogs_stand_in_order_of_creation_and_others_than_main_are_announced() {
        Conversation conversation = conversation(
                eventsIn(SURVEY, agent(0)),
                events(own(0)),
                changed(facts(true, 10, survey(true, 10), main(false, 10))));

        assertThat(conversation.items())
                .containsExactly(
                        said(own(0)),
                        MAIN_ENDED,
                        new DialogStart(SURVEY, "POST_SURVEY"),
                        new Said(SURVEY, agent(0), Tick.NONE));
    }

    @Test
    void a_survey_is_announced_before_its_first_word() {
        Conversation conversation = conversation(changed(facts(true, 10, main(false, 10), survey(true, 10))));

        assertThat(conversation.items()).containsExactly(MAIN_ENDED, new DialogStart(SURVEY, "POST_SURVEY"));
    }

    @Test
    void a_survey_that_is_over_says_so_and_main_says_by_whom_it_was_closed_only_once() {
        DialogFacts over = new DialogFacts(
                SURVEY,
                "POST_SURVEY",
                false,
                true,
                Optional.of("AGENT"),
                20,
                Optional.of("Completed"),
                Optional.of(Sample.at(9)));

        Conversation conversation = conversation(events(own(0)), changed(facts(false, 20, main(false, 20), over)));

        assertThat(conversation.items())
                .containsExactly(
                        said(own(0)),
                        MAIN_ENDED,
                        new DialogStart(SURVEY, "POST_SURVEY"),
                        new DialogEnd(
                                SURVEY,
                                "POST_SURVEY",
                                Optional.of(Sample.at(9)),
                                Optional.of("AGENT"),
                                Optional.of("Completed")));
    }

    @Test
    void main_alone_ends_with_the_conversation_or_with_a_row_while_that_goes_on() {
        assertThat(conversation(events(own(0)), changed(facts(false, 20, main(false, 20))))
                        .items())
                .containsExactly(said(own(0)));
        assertThat(conversation(events(own(0)), changed(facts(true, 20, main(false, 20))))
                        .items())
                .containsExactly(said(own(0)), MAIN_ENDED);
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

        assertThat(conversation.items()).containsExactly(said(agent(0)), new HistoryNote(C, HistoryState.REFUSED, ""));
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
