package dev.parley.conversation;

import dev.parley.conversation.Timeline.Range;
import dev.parley.conversation.TimelineItem.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a dialog lacks below its highest sequence, and what of that is known not to come (RELIABILITY.md 1.2 and M3). */
final class Gaps {
    private final String dialogId;
    /** All that is missing, known or not. A gap is always followed by an event. */
    private final Ranges missing = new Ranges();
    /** May reach beyond what is missing: the word can come before the events around it, and a lost event after all. */
    private final Ranges known = new Ranges();

    private long highest = -1;

    Gaps(String dialogId) {
        this.dialogId = dialogId;
    }

    long highest() {
        return highest;
    }

    boolean has(long sequence) {
        return sequence >= 0 && sequence <= highest && !missing.contains(sequence);
    }

    /** The event after the gap that {@code sequence} shrinks; {@code sequence} itself where it opens one; empty for neither. */
    Optional<Long> fill(long sequence) {
        if (sequence > highest) {
            boolean opened = missing.add(highest + 1, sequence - 1);
            highest = sequence;
            return Optional.of(sequence).filter(event -> opened);
        }
        Optional<Long> next = missing.around(sequence).map(gap -> gap.to() + 1);
        missing.remove(sequence);
        return next;
    }

    /** The events after the gaps of which something is known now that was not before. */
    List<Long> know(long from, long to) {
        if (!known.add(from, to)) {
            return List.of();
        }
        return missing.within(from, to).stream()
                .flatMap(part -> missing.around(part.from()).stream())
                .map(gap -> gap.to() + 1)
                .toList();
    }

    List<Range> missing(long upTo) {
        return missing.within(0, upTo);
    }

    /** Ascending. */
    List<Range> holes() {
        List<Range> holes = new ArrayList<>();
        for (Range gap : missing.all()) {
            rows(gap).stream().filter(row -> !row.known()).forEach(row -> holes.add(new Range(row.from(), row.to())));
        }
        return holes;
    }

    long contiguous() {
        for (Range gap : missing.all()) {
            for (Missing row : rows(gap)) {
                if (!row.known()) {
                    return row.from() - 1;
                }
            }
        }
        return highest;
    }

    /** The rows for the gap right before an event. */
    List<TimelineItem> before(long sequence) {
        return missing.around(sequence - 1)
                .<List<TimelineItem>>map(gap -> List.copyOf(rows(gap)))
                .orElse(List.of());
    }

    private List<Missing> rows(Range gap) {
        List<Missing> rows = new ArrayList<>();
        long next = gap.from();
        for (Range part : known.within(gap.from(), gap.to())) {
            if (next < part.from()) {
                rows.add(new Missing(dialogId, next, part.from() - 1, false));
            }
            rows.add(new Missing(dialogId, part.from(), part.to(), true));
            next = part.to() + 1;
        }
        if (next <= gap.to()) {
            rows.add(new Missing(dialogId, next, gap.to(), false));
        }
        return rows;
    }
}
