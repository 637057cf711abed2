package dev.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RELIABILITY.md M9: whatever a frame holds, it is read or refused, at once and without memory to speak of. */
@Shows("S12")
class LimitsTest {
    private static final long MOST_MILLIS = 200;
    private static final long MOST_GROWTH = 16L << 20;

    private static Map<String, String> frames() {
        Map<String, String> frames = new LinkedHashMap<>();
        frames.put("100 000 brackets", "[".repeat(100_000));
        frames.put("100 000 objects in each other", "{\"a\":".repeat(100_000));
        frames.put("a number of a million digits", "{\"a\":" + "9".repeat(1_000_000) + "}");
        frames.put("a number with a huge exponent", "{\"kind\":\"resp\",\"reqId\":1,\"code\":1e999999999}");
        frames.put("a sequence with a huge exponent", notification("{\"sequence\":1e999999999,\"dialogId\":\"d\"}"));
        frames.put(
                "a line of a megabyte",
                notification("{\"sequence\":1,\"dialogId\":\"d\",\"event\":{\"type\":"
                        + "\"ContentEvent\",\"contentType\":\"text/plain\",\"message\":\"" + "x".repeat(1 << 20)
                        + "\"}}"));
        frames.put("a string of 3 MB", "{\"a\":\"" + "x".repeat(3 << 20) + "\"}");
        frames.put("a name of a megabyte", "{\"" + "n".repeat(1 << 20) + "\":1}");
        frames.put("5 MB of blanks", "{" + " ".repeat(5 << 20) + "}");
        frames.put("a million commas", "{\"a\":[" + "1,".repeat(1 << 20) + "1]}");
        frames.put("100 000 different names", names());
        frames.put("a string that never ends", "{\"a\":\"" + "x".repeat(100_000));
        frames.put("nothing", "");
        return frames;
    }

    private static String notification(String change) {
        return "{\"kind\":\"notification\",\"type\":\"ms.MessagingEventNotification\",\"body\":{\"changes\":[" + change
                + "]}}";
    }

    private static String names() {
        StringBuilder names = new StringBuilder("{");
        for (int each = 0; each < 100_000; each++) {
            names.append("\"n").append(each).append("\":1,");
        }
        return names.append("\"z\":1}").toString();
    }

    @Test
    void each_is_read_or_refused_and_leaves_nothing_behind() {
        int rounds = Dose.of(1, 200);
        Map<String, String> frames = frames();
        long before = used();
        Map<String, List<Long>> took = new HashMap<>();
        int refused = 0;
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, String> frame : frames.entrySet()) {
                long start = System.nanoTime();
                refused += isRefused(frame.getValue()) ? 1 : 0;
                took.computeIfAbsent(frame.getKey(), name -> new ArrayList<>())
                        .add((System.nanoTime() - start) / 1_000_000);
            }
        }
        long grown = used() - before;

        assertThat(refused).isEqualTo(9 * rounds);
        // Of many times each the middle one: what else the machine does is not the frame's.
        long slowest = took.values().stream()
                .mapToLong(times -> times.stream().sorted().toList().get(times.size() / 2))
                .max()
                .orElseThrow();
        if (Dose.isFull()) {
            assertThat(slowest).isLessThanOrEqualTo(MOST_MILLIS);
            assertThat(grown).isLessThan(MOST_GROWTH);
        }
        Figures.note(
                "S12",
                "LimitsTest",
                frames.size() + " hostile frames " + rounds + " times: " + refused + " refused, the others read"
                        + (Dose.isFull()
                                ? ", the slowest kind in " + slowest + " ms (median), heap grown by " + (grown >> 10)
                                        + " KB"
                                : ""));
    }

    private static boolean isRefused(String frame) {
        try {
            assertThat(Codec.decode(frame)).isNotNull();
            return false;
        } catch (MalformedFrame refused) {
            return true;
        }
    }

    private static long used() {
        if (!Dose.isFull()) {
            return 0;
        }
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
