package dev.parley.conversation;

import static dev.parley.conversation.Sample.AGENT;
import static dev.parley.conversation.Sample.START;
import static dev.parley.conversation.Sample.SURVEY;
import static dev.parley.conversation.Sample.agent;
import static dev.parley.conversation.Sample.at;
import static dev.parley.conversation.Sample.changed;
import static dev.parley.conversation.Sample.conversation;
import static dev.parley.conversation.Sample.ended;
import static dev.parley.conversation.Sample.events;
import static dev.parley.conversation.Sample.eventsIn;
import static dev.parley.conversation.Sample.facts;
import static dev.parley.conversation.Sample.main;
import static dev.parley.conversation.Sample.open;
import static dev.parley.conversation.Sample.own;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LastTurnTest {
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

    @Test
    void what_was_heard_last_is_the_turn_before_the_end_and_the_end_before_the_start() {
        Instant end = START.plusSeconds(900);

        assertThat(conversation(changed(ended(end, Optional.of(agent(7))))).lastHeard())
                .contains(at(7));
        assertThat(conversation(changed(ended(end, Optional.empty()))).lastHeard())
                .contains(end);
        assertThat(conversation(changed(facts(true, 1))).lastHeard()).contains(START);
        assertThat(conversation(new Update.PlaceOpened(Sample.ONE, Sample.C)).lastHeard())
                .isEmpty();
    }
}
