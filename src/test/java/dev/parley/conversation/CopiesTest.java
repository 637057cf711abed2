package dev.parley.conversation;

import static dev.parley.conversation.Sample.C;
import static dev.parley.conversation.Sample.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.TimelineItem.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An own message that was taken in twice: the earlier turn is the message, the later ones are copies. */
class CopiesTest {
    private final Inbox inbox = new Inbox();

    private static Turn own(long sequence, String text, String externalId) {
        return new Turn(
                sequence,
                Sample.SELF,
                Sample.at((int) sequence),
                Content.Text.of(text),
                Optional.ofNullable(externalId));
    }

    private List<Boolean> copies(List<Turn> turns) {
        Inbox copy = new Inbox();
        turns.forEach(turn -> copy.apply(new Update.Events(ONE, C, C, List.of(turn))));
        return said(copy);
    }

    private static List<Boolean> said(Inbox copy) {
        return copy.conversation(new Place(ONE, C)).orElseThrow().items().stream()
                .map(item -> ((Said) item).copy())
                .toList();
    }

    @Test
    void in_whatever_order_they_come_all_but_the_first_are_marked() {
        List<Turn> turns = new ArrayList<>(List.of(
                own(0, "hello", "x"),
                own(1, "hello", "y"),
                own(2, "hello", "x"),
                own(3, "hello", null),
                own(4, "hello", "x")));
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(turns, new Random(seed));

            assertThat(copies(turns)).as("seed %s", seed).containsExactly(false, false, true, false, true);
        }
    }

    @Test
    void the_same_id_with_other_words_is_another_message() {
        assertThat(copies(List.of(own(0, "yes", "button"), own(1, "no", "button"))))
                .containsExactly(false, false);
    }

    @Test
    void others_turns_are_never_copies() {
        Turn turn = new Turn(0, Sample.AGENT, Sample.at(0), Content.Text.of("x"), Optional.of("id"));
        Turn again = new Turn(1, turn.who(), Sample.at(1), Content.Text.of("x"), Optional.of("id"));

        assertThat(copies(List.of(turn, again))).containsExactly(false, false);
    }

    @Test
    void one_that_is_known_by_other_means_is_marked_whether_the_word_comes_before_or_after_it() {
        Update known = new Update.CopyKnown(ONE, C, C, 1);
        Update turns = new Update.Events(ONE, C, C, List.of(own(0, "hello", null), own(1, "hello", null)));

        inbox.apply(known);
        inbox.apply(turns);
        assertThat(said(inbox)).containsExactly(false, true);

        Inbox other = new Inbox();
        other.apply(turns);
        assertThat(other.apply(known)).isTrue();
        assertThat(other.apply(known)).isFalse();
        assertThat(said(other)).containsExactly(false, true);
    }
}
