package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Content;
import dev.parley.conversation.Marks.Mark;
import dev.parley.conversation.Role;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Who;
import dev.parley.time.HandTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final Who AGENT = new Who("agent", Role.ASSIGNED_AGENT, false);
    private static final Who SELF = new Who("me", Role.CONSUMER, true);

    private final HandTime time = new HandTime();
    private final List<String> written = new ArrayList<>();
    private final Backlog backlog = new Backlog(time, new Backlog.Out() {
        @Override
        public void events(String conversationId, String dialogId, List<TimelineEvent> events) {
            written.add(dialogId + " "
                    + events.stream().map(TimelineEvent::sequence).toList());
        }

        @Override
        public void mark(Mark mark) {
            written.add(mark.dialogId() + " read " + mark.upToSequence());
        }
    });

    private static TimelineEvent said(long sequence, Who who) {
        return new Turn(sequence, who, Instant.EPOCH, Content.Text.of("words"), Optional.empty());
    }

    private void comes(String dialogId, long sequence) {
        backlog.events("a", dialogId, List.of(said(sequence, AGENT)));
    }

    @Test
    void the_first_is_written_at_once_and_what_follows_in_one_piece() {
        comes("a", 1);
        comes("a", 2);
        comes("b", 7);
        comes("a", 3);

        assertThat(written).containsExactly("a [1]");
        time.advance(250);
        assertThat(written).containsExactly("a [1]", "a [2, 3]", "b [7]");
    }

    @Test
    void after_a_pause_the_next_is_the_first_again() {
        comes("a", 1);
        time.advance(1_000);

        comes("a", 2);

        assertThat(written).containsExactly("a [1]", "a [2]");
    }

    @Test
    void no_more_waits_than_one_transaction_takes() {
        comes("a", 0);

        for (int sequence = 1; sequence <= 500; sequence++) {
            comes("a", sequence);
        }

        assertThat(written).hasSize(2);
    }

    @Test
    void the_persons_own_words_do_not_wait() {
        comes("a", 1);

        backlog.events("a", "a", List.of(said(2, SELF)));

        assertThat(written).containsExactly("a [1]", "a [2]");
    }

    @Test
    void of_many_marks_the_furthest_is_written() {
        backlog.mark(new Mark("a", "a", 1));
        backlog.mark(new Mark("a", "a", 9));
        backlog.mark(new Mark("a", "a", 5));

        time.advance(250);

        assertThat(written).containsExactly("a read 1", "a read 9");
    }

    @Test
    void what_waits_is_written_when_it_is_asked_for() {
        comes("a", 1);
        comes("a", 2);

        backlog.flush();

        assertThat(written).containsExactly("a [1]", "a [2]");
        time.advance(1_000);
        assertThat(written).hasSize(2);
    }
}
