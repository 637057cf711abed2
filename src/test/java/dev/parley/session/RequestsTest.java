package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.Frame;
import dev.parley.protocol.RequestBody;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.time.HandTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private final HandTime time = new HandTime();
    private final List<Frame.Request> out = new ArrayList<>();
    private final List<Outcome> ends = new ArrayList<>();
    private final List<Frame.Response> late = new ArrayList<>();
    private final Requests requests = new Requests(time, out::add);

    @BeforeEach
    void open() {
        requests.opened();
    }

    private void ask() {
        requests.ask(new RequestBody.GetClock(), null, ends::add, late::add);
    }

    private static Frame.Response answer(String reqId) {
        return new Frame.Response(reqId, 200, "whatever", null);
    }

    @Test
    @Shows("R11")
    void every_request_ends_once_and_in_time_whatever_happens_and_none_is_left_after_the_close() {
        int rounds = Dose.of(200, 5_000);
        int all = 0;
        for (int seed = 0; seed < rounds; seed++) {
            all += everyRequestEnds(new Random(seed), "seed " + seed);
        }
        Figures.note("R11", "RequestsTest", all + " requests in " + rounds + " rounds: each ended once, within 10 s");
    }

    /** Also such as are made by the end of another one. */
    private static int everyRequestEnds(Random random, String seed) {
        HandTime clock = new HandTime();
        List<Frame.Request> sent = new ArrayList<>();
        Requests asked = new Requests(clock, sent::add);
        asked.opened();
        List<Long> askedAt = new ArrayList<>();
        Map<Integer, Long> endedAt = new HashMap<>();
        for (int act = 0; act < 60; act++) {
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> {
                    int number = askedAt.size();
                    askedAt.add(clock.millis());
                    boolean again = random.nextInt(4) == 0;
                    asked.ask(new RequestBody.GetClock(), outcome -> {
                        assertThat(endedAt.put(number, clock.millis())).as(seed).isNull();
                        if (again) {
                            asked.ask(new RequestBody.GetClock(), none -> {});
                        }
                    });
                }
                case 3 -> {
                    if (!sent.isEmpty()) {
                        asked.answered(
                                answer(sent.get(random.nextInt(sent.size())).id()));
                    }
                }
                case 4 -> clock.advance(random.nextInt(6_000));
                default -> {
                    if (random.nextInt(4) == 0) {
                        asked.closed();
                        assertThat(asked.inFlight()).as(seed).isZero();
                        asked.opened();
                    }
                }
            }
        }
        clock.advance(10_000);
        asked.closed();
        assertThat(asked.inFlight()).as(seed).isZero();
        assertThat(endedAt).as(seed).hasSize(askedAt.size());
        endedAt.forEach(
                (number, at) -> assertThat(at - askedAt.get(number)).as(seed).isBetween(0L, 10_000L));
        return askedAt.size();
    }

    @Test
    void ids_are_never_used_again_even_on_another_socket() {
        ask();
        requests.closed();
        requests.opened();
        ask();

        assertThat(out).extracting(Frame.Request::id).doesNotHaveDuplicates();
    }

    @Test
    void an_answer_ends_its_own_request_whatever_its_order_and_type() {
        ask();
        ask();

        requests.answered(answer(out.get(1).id()));
        requests.answered(answer(out.get(0).id()));

        assertThat(ends)
                .extracting(end -> ((Outcome.Answered) end).response().reqId())
                .containsExactly(out.get(1).id(), out.get(0).id());
        assertThat(requests.inFlight()).isZero();
    }

    @Test
    void a_second_or_foreign_answer_is_counted_and_ignored() {
        ask();

        requests.answered(answer(out.get(0).id()));
        requests.answered(answer(out.get(0).id()));
        requests.answered(answer("no such"));

        assertThat(ends).hasSize(1);
        assertThat(requests.strays()).isEqualTo(2);
    }

    @Test
    void no_answer_in_ten_seconds_is_an_end_and_a_late_one_is_still_handed_on_once() {
        ask();

        time.advance(10_000);
        requests.answered(answer(out.get(0).id()));
        requests.answered(answer(out.get(0).id()));

        assertThat(ends).containsExactly(new Outcome.TimedOut());
        assertThat(late).hasSize(1);
    }

    @Test
    void a_closed_socket_ends_all_of_them_and_refuses_new_ones() {
        ask();
        ask();

        requests.closed();
        ask();
        time.advance(20_000);

        assertThat(ends).containsExactly(new Outcome.Cut(), new Outcome.Cut(), new Outcome.Cut());
        assertThat(out).hasSize(2);
    }
}
