package dev.parley.conversation;

import java.util.List;
import java.util.Optional;

/** One dialog's stored events: ordered by sequence, each once, holes named. Package-private mutation; see Conversation. */
public final class Timeline {
    private final String dialogId;

    Timeline(String dialogId) {
        this.dialogId = dialogId;
    }

    public String dialogId() {
        return dialogId;
    }

    /** Highest sequence below which nothing is missing but known holes; -1 when nothing is there. */
    public long contiguous() {
        throw new IllegalStateException("being built");
    }

    /** Highest sequence seen; -1 when none. */
    public long highest() {
        throw new IllegalStateException("being built");
    }

    /** Missing ranges below {@link #highest} that are not known holes, ascending. */
    public List<Range> holes() {
        throw new IllegalStateException("being built");
    }

    /** Inclusive. */
    public record Range(long from, long to) {}

    public Optional<TimelineEvent> event(long sequence) {
        throw new IllegalStateException("being built");
    }

    /** Turns in order. */
    public List<TimelineEvent.Turn> turns() {
        throw new IllegalStateException("being built");
    }

    /** Sequences of others' turns that our receipts do not list as accepted (or read). */
    public List<Long> unaccepted() {
        throw new IllegalStateException("being built");
    }

    /** Sequences of others' turns up to {@code upTo} that our receipts do not list as read. */
    public List<Long> unread(long upTo) {
        throw new IllegalStateException("being built");
    }
}
