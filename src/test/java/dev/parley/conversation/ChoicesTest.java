package dev.parley.conversation;

import static dev.parley.conversation.Sample.AGENT;
import static dev.parley.conversation.Sample.C;
import static dev.parley.conversation.Sample.SELF;
import static dev.parley.conversation.Sample.agent;
import static dev.parley.conversation.Sample.at;
import static dev.parley.conversation.Sample.conversation;
import static dev.parley.conversation.Sample.events;
import static dev.parley.conversation.Sample.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.TimelineItem.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    private static final Content OFFER = new Content.Text(
            "Where?",
            List.of(new Content.QuickReply("Home", "Home", ""), new Content.QuickReply("Office", "Office", "")));

    private static Turn offer(long sequence) {
        return new Turn(sequence, AGENT, at(sequence), OFFER, Optional.empty());
    }

    private static Receipt click(long sequence, Who who, Long... turns) {
        return new Receipt(sequence, who, ReceiptStatus.ACTION, List.of(turns));
    }

    private static List<Integer> made(TimelineEvent... events) {
        return conversation(events(events)).items().stream()
                .filter(item -> item instanceof Said said && said.turn().sequence() == 0)
                .map(item -> ((Said) item).made())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_click_and_the_words_behind_it_tell_what_was_chosen() {
        assertThat(made(offer(0), click(1, SELF, 0L), turn(2, SELF, "Office"))).containsExactly(1);
    }

    @Test
    void without_a_click_words_are_only_words() {
        assertThat(made(offer(0), turn(1, SELF, "Office"))).isEmpty();
    }

    @Test
    void a_click_of_somebody_else_is_not_ours() {
        assertThat(made(offer(0), click(1, AGENT, 0L), turn(2, SELF, "Office"))).isEmpty();
    }

    @Test
    void only_the_first_own_words_behind_a_click_belong_to_it() {
        assertThat(made(offer(0), click(1, SELF, 0L), agent(2), turn(3, SELF, "no"), turn(4, SELF, "Office")))
                .isEmpty();
    }

    @Test
    void two_clicks_are_two_choices() {
        assertThat(made(
                        offer(0),
                        click(1, SELF, 0L),
                        turn(2, SELF, "Office"),
                        click(3, SELF, 0L),
                        turn(4, SELF, "Home")))
                .containsExactly(0, 1);
    }

    @Test
    void in_whatever_order_they_come_the_choice_is_the_same() {
        List<TimelineEvent> events =
                new ArrayList<>(List.of(offer(0), click(1, SELF, 0L), agent(2), turn(3, SELF, "Office"), agent(4)));
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(events, new Random(seed));

            assertThat(made(events.toArray(TimelineEvent[]::new)))
                    .as("seed %d in %s", seed, C)
                    .containsExactly(1);
        }
    }
}
