package dev.parley.conversation;

import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.TimelineItem.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** {@value #SIZE} neighbouring sequences of a timeline, and the rows they make until one of them changes. */
final class Page {
    static final int SIZE = 128;

    private final @Nullable TimelineEvent[] events = new TimelineEvent[SIZE];
    private final @Nullable Said[] said = new Said[SIZE];
    private @Nullable List<TimelineItem> rows;
    private @Nullable List<Turn> turns;

    static long number(long sequence) {
        return sequence / SIZE;
    }

    private static int slot(long sequence) {
        return (int) (sequence % SIZE);
    }

    void put(TimelineEvent event) {
        events[slot(event.sequence())] = event;
        turns = null;
        rows = null;
    }

    void say(Said row) {
        said[slot(row.turn().sequence())] = row;
        rows = null;
    }

    @Nullable
    TimelineEvent event(long sequence) {
        return events[slot(sequence)];
    }

    @Nullable
    Said said(long sequence) {
        return said[slot(sequence)];
    }

    /** A gap before one of its events has changed. */
    void stale() {
        rows = null;
    }

    boolean isStale() {
        return rows == null;
    }

    /** {@code missingBefore} gives the rows for the gap that ends right before an event. */
    List<TimelineItem> rows(LongFunction<List<TimelineItem>> missingBefore) {
        if (rows == null) {
            List<TimelineItem> made = new ArrayList<>();
            for (int i = 0; i < SIZE; i++) {
                TimelineEvent event = events[i];
                if (event == null) {
                    continue;
                }
                // Inside a page the neighbour tells that there is no gap, without a search.
                if (i == 0 || events[i - 1] == null) {
                    made.addAll(missingBefore.apply(event.sequence()));
                }
                Said row = said[i];
                if (row != null) {
                    made.add(row);
                }
            }
            rows = Collections.unmodifiableList(made);
        }
        return rows;
    }

    List<Turn> turns() {
        if (turns == null) {
            List<Turn> made = new ArrayList<>();
            for (TimelineEvent event : events) {
                if (event instanceof Turn turn) {
                    made.add(turn);
                }
            }
            turns = Collections.unmodifiableList(made);
        }
        return turns;
    }
}
