package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Timeline.Range;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RangesTest {
    @Test
    void neighbours_join() {
        Ranges ranges = new Ranges();
        ranges.add(1, 2);
        ranges.add(5, 6);

        ranges.add(3, 4);

        assertThat(ranges.all()).containsExactly(new Range(1, 6));
    }

    @Test
    void a_range_that_ends_at_the_largest_number_does_not_overflow() {
        Ranges ranges = new Ranges();
        ranges.add(Long.MAX_VALUE, Long.MAX_VALUE);

        ranges.add(7, Long.MAX_VALUE);

        assertThat(ranges.all()).containsExactly(new Range(7, Long.MAX_VALUE));
        assertThat(ranges.remove(Long.MAX_VALUE)).isTrue();
        assertThat(ranges.all()).containsExactly(new Range(7, Long.MAX_VALUE - 1));
    }

    /** Counting up to it by hand never ends. */
    @Test
    void the_largest_number_can_be_listed() {
        Ranges ranges = new Ranges();
        ranges.add(7, 7);
        ranges.add(Long.MAX_VALUE, Long.MAX_VALUE);

        assertThat(ranges.upTo(Long.MAX_VALUE)).containsExactly(7L, Long.MAX_VALUE);
        assertThat(ranges.first()).isEqualTo(7);
    }

    @Test
    void nonsense_is_not_added() {
        Ranges ranges = new Ranges();

        assertThat(ranges.add(3, 2)).isFalse();
        assertThat(ranges.add(-1, 2)).isFalse();
        assertThat(ranges.within(4, 3)).isEmpty();
    }

    @Test
    void ranges_are_a_set_of_numbers() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Ranges ranges = new Ranges();
            TreeSet<Long> plain = new TreeSet<>();
            for (int step = 0; step < 60; step++) {
                long from = random.nextInt(40);
                long to = from + random.nextInt(6);
                if (random.nextInt(3) > 0) {
                    boolean fresh = LongStream.rangeClosed(from, to).anyMatch(n -> !plain.contains(n));
                    LongStream.rangeClosed(from, to).forEach(plain::add);
                    assertThat(ranges.add(from, to)).as("seed %d", seed).isEqualTo(fresh);
                } else if (random.nextBoolean()) {
                    ranges.remove(from, to);
                    plain.subSet(from, true, to, true).clear();
                } else {
                    assertThat(ranges.remove(from)).as("seed %d", seed).isEqualTo(plain.remove(from));
                }
                assertThat(numbers(ranges.all())).as("seed %d", seed).isEqualTo(plain);
                assertThat(numbers(ranges.within(from, to)))
                        .as("seed %d", seed)
                        .isEqualTo(plain.subSet(from, true, to, true));
                assertThat(ranges.contains(from)).as("seed %d", seed).isEqualTo(plain.contains(from));
                assertThat(ranges.count()).as("seed %d", seed).isEqualTo(plain.size());
                assertThat(ranges.isEmpty()).as("seed %d", seed).isEqualTo(plain.isEmpty());
                assertThat(ranges.upTo(to)).as("seed %d", seed).containsExactlyElementsOf(plain.headSet(to, true));
            }
        }
    }

    private static TreeSet<Long> numbers(Iterable<Range> ranges) {
        TreeSet<Long> numbers = new TreeSet<>();
        long end = -2;
        for (Range range : ranges) {
            assertThat(range.from()).as("ascending and apart").isGreaterThan(end + 1);
            end = range.to();
            LongStream.rangeClosed(range.from(), range.to()).forEach(numbers::add);
        }
        return numbers;
    }
}
