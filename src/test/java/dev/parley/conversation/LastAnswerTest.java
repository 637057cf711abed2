package dev.parley.conversation;

import static dev.parley.conversation.Sample.C;
import static dev.parley.conversation.Sample.ONE;
import static dev.parley.conversation.Sample.SURVEY;
import static dev.parley.conversation.Sample.agent;
import static dev.parley.conversation.Sample.at;
import static dev.parley.conversation.Sample.changed;
import static dev.parley.conversation.Sample.conversation;
import static dev.parley.conversation.Sample.events;
import static dev.parley.conversation.Sample.eventsIn;
import static dev.parley.conversation.Sample.folded;
import static dev.parley.conversation.Sample.own;
import static dev.parley.conversation.Sample.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The newest answer, and how long it took. */
class LastAnswerTest {
    private static Optional<LastAnswer> took(long sequence, long seconds) {
        return Optional.of(new LastAnswer(at(sequence), Optional.of(Duration.ofSeconds(seconds))));
    }

    @Test
    void from_the_first_question_of_a_run_to_the_first_word_of_the_answer() {
        Conversation conversation =
                conversation(events(own(0), agent(1), own(10), own(20), agent(32), agent(40), own(50)));

        assertThat(conversation.lastAnswer()).isEqualTo(took(40, 22));
    }

    @Test
    void whatever_order_they_come_in() {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            List<Update> shuffled = new ArrayList<>();
            for (TimelineEvent event : List.of(own(0), agent(1), own(10), own(20), agent(32), agent(40), own(50))) {
                shuffled.add(events(event));
            }
            Collections.shuffle(shuffled, random);

            assertThat(conversation(shuffled.toArray(Update[]::new)).lastAnswer())
                    .as("round %d of seed 7", i)
                    .isEqualTo(took(40, 22));
        }
    }

    @Test
    void a_greeting_answers_nothing() {
        assertThat(conversation(events(agent(0), agent(5))).lastAnswer())
                .contains(new LastAnswer(at(5), Optional.empty()));
    }

    @Test
    void nobody_has_answered() {
        assertThat(conversation(events(own(0), own(1))).lastAnswer()).isEmpty();
        assertThat(conversation(changed(Sample.facts(true, 1))).lastAnswer()).isEmpty();
    }

    @Test
    void receipts_are_no_answers() {
        assertThat(conversation(events(own(0), agent(3), own(5), read(6, Sample.AGENT, 5L)))
                        .lastAnswer())
                .isEqualTo(took(3, 3));
    }

    @Test
    void the_services_preview_counts_while_it_is_not_loaded() {
        Inbox inbox = folded(changed(Sample.open(agent(9))));
        Conversation conversation = inbox.conversation(Sample.HERE).orElseThrow();
        assertThat(conversation.lastAnswer()).contains(new LastAnswer(at(9), Optional.empty()));

        inbox.apply(events(own(4), agent(9)));

        assertThat(conversation.lastAnswer()).isEqualTo(took(9, 5));
    }

    @Test
    void across_dialogs_the_newest_counts() {
        assertThat(conversation(events(own(0), agent(3)), eventsIn(SURVEY, own(7), agent(9)))
                        .lastAnswer())
                .isEqualTo(took(9, 2));
    }

    @Test
    void clocks_that_disagree_tell_no_time() {
        TimelineEvent before = new TimelineEvent.Turn(
                1, Sample.AGENT, at(0).minusSeconds(60), Content.Text.of("early"), Optional.empty());

        assertThat(conversation(events(own(0), before))
                        .lastAnswer()
                        .orElseThrow()
                        .took())
                .isEmpty();
    }

    @Test
    void a_monologue_is_not_read_to_its_beginning() {
        List<TimelineEvent> all = new ArrayList<>(List.of(own(0)));
        for (long sequence = 1; sequence < 1_000; sequence++) {
            all.add(agent(sequence));
        }

        LastAnswer answer =
                conversation(new Update.Events(ONE, C, C, all)).lastAnswer().orElseThrow();

        assertThat(answer).isEqualTo(new LastAnswer(at(999), Optional.empty()));
    }
}
