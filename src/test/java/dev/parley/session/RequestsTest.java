package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.Frame;
import dev.parley.protocol.RequestBody;
import dev.parley.time.HandTime;
import java.util.ArrayList;
import java.util.List;
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
