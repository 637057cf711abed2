package dev.parley.conversation;

import dev.parley.conversation.Timeline.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** A set of sequences (0 and up) as disjoint, inclusive ranges: large gaps cost no more than small ones. */
final class Ranges {
    private final TreeMap<Long, Long> endsByStart = new TreeMap<>();
    private long count;

    /** True when something of it was new. */
    boolean add(long from, long to) {
        if (from < 0 || from > to) {
            return false;
        }
        Map.Entry<Long, Long> before = endsByStart.floorEntry(from);
        if (before != null && before.getValue() >= to) {
            return false;
        }
        boolean joins = before != null && before.getValue() >= from - 1;
        long start = joins ? before.getKey() : from;
        long end = to;
        Map.Entry<Long, Long> next = endsByStart.higherEntry(start);
        while (next != null && next.getKey() - 1 <= end) {
            end = Math.max(end, next.getValue());
            count -= next.getValue() - next.getKey() + 1;
            endsByStart.remove(next.getKey());
            next = endsByStart.higherEntry(start);
        }
        count += end - start + 1 - (joins ? before.getValue() - before.getKey() + 1 : 0);
        endsByStart.put(start, end);
        return true;
    }

    /** True when it was there. */
    boolean remove(long sequence) {
        boolean there = contains(sequence);
        remove(sequence, sequence);
        return there;
    }

    /** Nothing of it is there any more. */
    void remove(long from, long to) {
        for (Range part : within(from, to)) {
            Range range = around(part.from()).orElseThrow();
            endsByStart.remove(range.from());
            if (range.from() < part.from()) {
                endsByStart.put(range.from(), part.from() - 1);
            }
            if (part.to() < range.to()) {
                endsByStart.put(part.to() + 1, range.to());
            }
            count -= part.to() - part.from() + 1;
        }
    }

    boolean isEmpty() {
        return endsByStart.isEmpty();
    }

    /** How many sequences. */
    long count() {
        return count;
    }

    /** The lowest; there must be one. */
    long first() {
        return endsByStart.firstKey();
    }

    /** One by one up to {@code upTo}, ascending. */
    List<Long> upTo(long upTo) {
        return within(0, upTo).stream()
                .flatMapToLong(part -> LongStream.rangeClosed(part.from(), part.to()))
                .boxed()
                .toList();
    }

    boolean contains(long sequence) {
        return around(sequence).isPresent();
    }

    Optional<Range> around(long sequence) {
        return Optional.ofNullable(endsByStart.floorEntry(sequence))
                .filter(range -> range.getValue() >= sequence)
                .map(range -> new Range(range.getKey(), range.getValue()));
    }

    /** Ascending. */
    Iterable<Range> all() {
        return () -> endsByStart.entrySet().stream()
                .map(range -> new Range(range.getKey(), range.getValue()))
                .iterator();
    }

    /** What of it lies in {@code from..to}, cut to that; ascending. */
    List<Range> within(long from, long to) {
        List<Range> parts = new ArrayList<>();
        if (from > to) {
            return parts;
        }
        around(from).ifPresent(range -> parts.add(new Range(from, Math.min(to, range.to()))));
        endsByStart
                .subMap(from, false, to, true)
                .forEach((start, end) -> parts.add(new Range(start, Math.min(to, end))));
        return parts;
    }
}
