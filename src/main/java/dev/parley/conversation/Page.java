package dev.parley.conversation;

import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.TimelineItem.Said;
import java.lang.ref.SoftReference;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@value #SIZE} neighbouring sequences of a timeline, and the rows they make until one of them changes. A whole one can be
 * packed; it is unpacked for whoever looks at it, for as long as there is room, and for good when something in it changes.
 */
final class Page {
    static final int SIZE = 128;

    /** Of a page that is packed. */
    private static final Slots NONE = new Slots();

    private Slots slots = new Slots();
    private @Nullable List<TimelineItem> rows;
    private @Nullable List<Turn> turns;
    private @Nullable Away away;

    static long number(long sequence) {
        return sequence / SIZE;
    }

    void put(TimelineEvent event) {
        open().put(event);
        turns = null;
        rows = null;
    }

    void say(Said row) {
        open().say(row);
        rows = null;
    }

    @Nullable
    TimelineEvent event(long sequence) {
        return look().event(sequence);
    }

    @Nullable
    Said said(long sequence) {
        return look().said(sequence);
    }

    /** A gap before one of its events has changed. */
    void stale() {
        open();
        rows = null;
    }

    boolean isStale() {
        return rows == null;
    }

    boolean isPacked() {
        return away != null;
    }

    /**
     * Packs it, if every place is taken and nothing is missing before it. Its rows stay equal to what they were.
     *
     * @param whole whether nothing is missing right before this sequence
     */
    void pack(String dialogId, LongPredicate whole) {
        if (away != null || !slots.isFull() || !whole.test(slots.first())) {
            return;
        }
        Packed packed = Packed.of(dialogId, slots);
        Away now = new Away(packed);
        away = now;
        slots = NONE;
        rows = new Lazy<>(packed.turns(), now::rows);
        turns = new Lazy<>(packed.turns(), now::turns);
    }

    /** {@code missingBefore} gives the rows for the gap that ends right before an event. */
    List<TimelineItem> rows(LongFunction<List<TimelineItem>> missingBefore) {
        if (rows == null) {
            rows = rows(open(), missingBefore);
        }
        return rows;
    }

    List<Turn> turns() {
        if (turns == null) {
            turns = turns(open());
        }
        return turns;
    }

    private Slots look() {
        return away == null ? slots : away.slots();
    }

    private Slots open() {
        if (away != null) {
            slots = away.slots();
            turns = null;
            rows = null;
            away = null;
        }
        return slots;
    }

    private static List<TimelineItem> rows(Slots slots, LongFunction<List<TimelineItem>> missingBefore) {
        List<TimelineItem> made = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            TimelineEvent event = slots.event(i);
            if (event == null) {
                continue;
            }
            // Inside a page the neighbour tells that there is no gap, without a search.
            if (i == 0 || slots.event(i - 1) == null) {
                made.addAll(missingBefore.apply(event.sequence()));
            }
            Said row = slots.said(i);
            if (row != null) {
                made.add(row);
            }
        }
        return Collections.unmodifiableList(made);
    }

    private static List<Turn> turns(Slots slots) {
        List<Turn> made = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            if (slots.event(i) instanceof Turn turn) {
                made.add(turn);
            }
        }
        return Collections.unmodifiableList(made);
    }

    /** Packed, and what somebody looked at lately. */
    private static final class Away {
        private final Packed packed;
        private SoftReference<Seen> seen = new SoftReference<>(null);

        private Away(Packed packed) {
            this.packed = packed;
        }

        private record Seen(Slots slots, List<TimelineItem> rows, List<Turn> turns) {}

        private Seen seen() {
            Seen now = seen.get();
            if (now == null) {
                Slots slots = packed.unpack();
                now = new Seen(slots, Page.rows(slots, sequence -> List.of()), Page.turns(slots));
                seen = new SoftReference<>(now);
            }
            return now;
        }

        Slots slots() {
            return seen().slots();
        }

        List<TimelineItem> rows() {
            return seen().rows();
        }

        List<Turn> turns() {
            return seen().turns();
        }
    }

    /** As long as it was, made when it is looked into. */
    private static final class Lazy<T> extends AbstractList<T> implements RandomAccess {
        private final int size;
        private final Supplier<List<T>> made;

        private Lazy(int size, Supplier<List<T>> made) {
            this.size = size;
            this.made = made;
        }

        @Override
        public T get(int index) {
            return made.get().get(index);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
