package dev.parley.conversation;

import dev.parley.conversation.TimelineItem.Said;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The events of one {@link Page} and how they are shown, each in its place. */
final class Slots {
    private final @Nullable TimelineEvent[] events = new TimelineEvent[Page.SIZE];
    private final @Nullable Said[] said = new Said[Page.SIZE];

    private static int slot(long sequence) {
        return (int) (sequence % Page.SIZE);
    }

    void put(TimelineEvent event) {
        events[slot(event.sequence())] = event;
    }

    void say(Said row) {
        said[slot(row.turn().sequence())] = row;
    }

    @Nullable
    TimelineEvent event(long sequence) {
        return events[slot(sequence)];
    }

    @Nullable
    Said said(long sequence) {
        return said[slot(sequence)];
    }

    boolean isFull() {
        return Arrays.stream(events).allMatch(Objects::nonNull);
    }

    /** The sequence of the first place, which must be taken. */
    long first() {
        return Objects.requireNonNull(events[0]).sequence();
    }
}
