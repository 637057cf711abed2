package dev.parley.conversation;

import dev.parley.conversation.TimelineItem.Said;
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

    /** The sequence that the page begins with; there must be an event. */
    long first() {
        for (int i = 0; i < Page.SIZE; i++) {
            TimelineEvent event = events[i];
            if (event != null) {
                return event.sequence() - i;
            }
        }
        throw new IllegalStateException("an empty page");
    }
}
