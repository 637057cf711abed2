package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.session.Retreat.Decision;
import dev.parley.session.Trouble.Hope;
import dev.parley.time.HandTime;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** RELIABILITY.md L12: hours of links that die, on the hand-turned clock. */
@Shows("R8")
class BackOffTest {
    private static final long HOUR = 3_600_000;
    private static final int[] CODES = {1000, 1001, 1005, 1006, 1011, 1012, 1013};

    private interface Life {
        /** How long the next link holds, in ms; -1 when it does not even come up. */
        long next(RandomGenerator random);
    }

    @Test
    void no_hour_of_flapping_has_more_than_150_connects() {
        int seeds = Dose.of(10, 300);
        int most = 0;
        for (Life life : List.<Life>of(
                random -> 0,
                random -> -1,
                random -> 59_999,
                random -> 60_000,
                random -> random.nextLong(62_000),
                // Good for just long enough to begin anew, then an outage.
                random -> random.nextInt(40) == 0 ? 60_001 : 0,
                random -> random.nextInt(2) == 0 ? -1 : random.nextLong(3_000))) {
            for (int seed = 0; seed < seeds; seed++) {
                most = Math.max(most, mostInAnHour(connects(life, seed)));
            }
        }

        assertThat(most).isBetween(100, 150);
        Figures.note(
                "R8",
                "BackOffTest",
                seeds * 7 + " times four hours of flapping: at most " + most + " connects in any hour");
    }

    @Test
    void delays_are_jittered_and_grow_to_10_s_and_after_5_minutes_to_60() {
        HandTime time = new HandTime();
        Retreat retreat = new Retreat(time, new Random(3));
        Set<Long> delays = new TreeSet<>();
        long early = 0;
        long late = 0;
        while (time.millis() < HOUR / 2) {
            long delay = delay(retreat.afterClose(1006, "", 0));
            delays.add(delay);
            if (time.millis() < 5 * 60_000) {
                early = Math.max(early, delay);
            } else {
                late = Math.max(late, delay);
            }
            time.advance(delay);
        }

        assertThat(delays).hasSizeGreaterThan(40);
        assertThat(early).isBetween(9_000L, 10_000L);
        assertThat(late).isBetween(50_000L, 60_000L);
    }

    @Test
    void a_link_of_less_than_a_minute_does_not_begin_anew_and_one_of_a_minute_does() {
        HandTime time = new HandTime();
        Retreat retreat = new Retreat(time, new Random(3));
        for (int each = 0; each < 10; each++) {
            retreat.afterDrop(0, "");
        }

        long short_ = delay(retreat.afterClose(1006, "", 59_999));
        long good = delay(retreat.afterClose(1006, "", 60_000));

        assertThat(short_).isGreaterThanOrEqualTo(5_000);
        assertThat(good).isLessThanOrEqualTo(1_000);
    }

    @Test
    void an_error_of_the_service_rests_5_10_and_15_seconds() {
        Retreat retreat = new Retreat(new HandTime(), new Random(3));
        List<Long> delays = new ArrayList<>();
        for (int each = 0; each < 4; each++) {
            delays.add(delay(retreat.afterFailedDial(new Trouble(Hope.RESTED, "ill"))));
        }

        assertThat(delays).containsExactly(5_000L, 10_000L, 15_000L, 15_000L);
    }

    @Test
    void what_an_http_status_asks_for_is_done() {
        Endpoint at = new Endpoint("h.example", 443, true, Optional.empty());
        for (int refused : new int[] {400, 405, 406, 410, 426}) {
            assertThat(hope(refused, at)).as("" + refused).isEqualTo(Hope.NONE);
        }
        for (int busy : new int[] {404, 429, 451, 503}) {
            assertThat(hope(busy, at)).as("" + busy).isEqualTo(Hope.LATER);
        }
        for (int ill : new int[] {500, 502, 504, 599}) {
            assertThat(hope(ill, at)).as("" + ill).isEqualTo(Hope.RESTED);
        }
        assertThat(delay(new Retreat(new HandTime(), new Random(1)).afterFailedDial(new Trouble(Hope.LATER, ""))))
                .isGreaterThanOrEqualTo(60_000);
        assertThat(new Retreat(new HandTime(), new Random(1))
                        .afterFailedDial(new Trouble(Hope.NONE, ""))
                        .delayMillis())
                .isEmpty();
    }

    private static Hope hope(int status, Endpoint at) {
        return Trouble.of(
                        new UpgradeRejectedException("no", status, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer()),
                        at)
                .hope();
    }

    private static long delay(Decision decision) {
        return decision.delayMillis().orElseThrow();
    }

    /** When we connect, over four hours. */
    private static List<Long> connects(Life life, long seed) {
        Random random = new Random(seed);
        HandTime time = new HandTime();
        Retreat retreat = new Retreat(time, random);
        List<Long> connects = new ArrayList<>(List.of(0L));
        while (time.millis() < 4 * HOUR) {
            long held = life.next(random);
            time.advance(Math.max(0, held));
            Decision next = held < 0
                    ? retreat.afterFailedDial(new Trouble(Hope.SOON, "x"))
                    : retreat.afterClose(CODES[random.nextInt(CODES.length)], "", held);
            time.advance(delay(next));
            connects.add(time.millis());
        }
        return connects;
    }

    private static int mostInAnHour(List<Long> connects) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < connects.size(); to++) {
            while (connects.get(to) - connects.get(from) >= HOUR) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }
}
