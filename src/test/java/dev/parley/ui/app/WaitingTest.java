package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.terminal.Key;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final long LONG = 60_000;

    private final Event told = new Event.Told(Story.ada().open());
    private final Event typed = new Event.Typed(Key.text("k"));
    private final Waiting waiting = new Waiting();

    @Test
    void what_the_person_does_comes_first() throws InterruptedException {
        waiting.post(told);
        waiting.post(typed);

        assertThat(waiting.await(OptionalLong.empty(), 0)).isSameAs(typed);
        assertThat(waiting.await(OptionalLong.empty(), 0)).isSameAs(told);
    }

    @Test
    void in_a_rest_only_the_person_is_heard() throws InterruptedException {
        waiting.post(told);
        Thread person = new Thread(() -> {
            waiting.post(told);
            waiting.post(typed);
        });
        person.start();

        assertThat(waiting.await(OptionalLong.empty(), LONG)).isSameAs(typed);
        person.join();
        assertThat(waiting.hasTold()).isTrue();
    }

    @Test
    void what_was_told_in_a_rest_is_taken_at_its_end() throws InterruptedException {
        waiting.post(told);

        assertThat(waiting.await(OptionalLong.of(LONG), 1)).isSameAs(told);
    }

    @Test
    void what_falls_due_in_a_rest_is_not_missed() throws InterruptedException {
        waiting.post(told);

        assertThat(waiting.await(OptionalLong.of(1), LONG)).isNull();
    }
}
