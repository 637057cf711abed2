package dev.parley.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.time.HandTime;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final Backlog backlog = new Backlog(2_560, 4_000);

    @Test
    void one_client_has_so_much_and_no_more() {
        assertThat(backlog.take(2_000, 0)).isTrue();
        assertThat(backlog.take(600, 2_000)).isFalse();
        assertThat(backlog.all()).isEqualTo(2_000);
    }

    @Test
    void all_together_have_their_limit_but_who_has_hardly_anything_does_not_suffer() {
        backlog.take(2_000, 0);
        backlog.take(2_000, 0);

        assertThat(backlog.take(11, 0)).isFalse();
        assertThat(backlog.take(10, 0)).isTrue();
        backlog.give(2_000);
        assertThat(backlog.take(11, 0)).isTrue();
    }

    @Test
    void a_pace_admits_so_many_in_each_span() {
        HandTime time = new HandTime();
        Pace pace = new Pace(time, 2, 60_000);

        assertThat(pace.admits()).isTrue();
        assertThat(pace.admits()).isTrue();
        assertThat(pace.admits()).isFalse();
        time.advance(60_000);
        assertThat(pace.admits()).isTrue();
    }
}
