package dev.parley.conversation;

import static dev.parley.conversation.Sample.C;
import static dev.parley.conversation.Sample.HERE;
import static dev.parley.conversation.Sample.agent;
import static dev.parley.conversation.Sample.events;
import static dev.parley.conversation.Sample.own;
import static dev.parley.conversation.Sample.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** 100 000 events in one dialog. Work is counted in pages turned into rows, never in time. */
class LongHistoryTest {
    private static final int MANY = 100_000;
    private static final int PAGES = MANY / Page.SIZE + 1;

    private final Inbox inbox = new Inbox();

    private Conversation conversation() {
        return inbox.conversation(HERE).orElseThrow();
    }

    private long pagesMade() {
        return conversation().timeline(C).orElseThrow().pagesMade();
    }

    private void load() {
        inbox.apply(new Update.Events(
                Sample.ONE,
                C,
                C,
                LongStream.range(0, MANY)
                        .<TimelineEvent>mapToObj(i -> i % 2 == 0 ? own(i) : agent(i))
                        .toList()));
    }

    @Test
    void a_history_in_one_piece_makes_each_page_once() {
        load();

        assertThat(conversation().items()).hasSize(MANY);
        assertThat(pagesMade()).isLessThanOrEqualTo(PAGES);
    }

    @Test
    void a_live_message_makes_one_page() {
        load();
        conversation().items();
        long before = pagesMade();

        for (long sequence = MANY; sequence < MANY + 1_000; sequence++) {
            inbox.apply(events(agent(sequence)));
            assertThat(conversation().items().size()).isEqualTo((int) sequence + 1);
        }

        assertThat(pagesMade() - before).isEqualTo(1_000);
    }

    @Test
    void a_receipt_makes_the_page_of_the_turn_it_lists() {
        load();
        conversation().items();
        long before = pagesMade();

        inbox.apply(events(read(MANY, Sample.AGENT, 0L)));
        conversation().items();

        assertThat(pagesMade() - before).isLessThanOrEqualTo(2);
    }

    @Test
    void looking_again_makes_nothing() {
        load();
        List<TimelineItem> first = conversation().items();

        assertThat(conversation().items()).isSameAs(first);
    }

    @Test
    void rows_that_did_not_change_are_the_same_objects() {
        load();
        List<TimelineItem> before = conversation().items();

        inbox.apply(events(agent(MANY)));

        List<TimelineItem> after = conversation().items();
        assertThat(after.get(0)).isSameAs(before.get(0));
        assertThat(after.get(MANY - 1)).isSameAs(before.get(MANY - 1));
    }

    @Test
    void one_by_one_and_backwards_costs_a_page_or_two_each() {
        for (long sequence = 9_999; sequence >= 0; sequence--) {
            inbox.apply(events(agent(sequence)));
            conversation().items();
        }

        assertThat(conversation().items()).hasSize(10_000);
        assertThat(pagesMade()).isLessThanOrEqualTo(20_000);
    }

    @Test
    void everything_of_it_can_be_read() {
        load();

        assertThat(conversation().unread()).isEqualTo(MANY / 2);
        inbox.apply(new Update.ReadMarked(Sample.ONE, C, C, MANY));

        assertThat(conversation().unread()).isZero();
        assertThat(conversation().timeline(C).orElseThrow().turnsAfter(-1)).hasSize(MANY);
    }
}
