package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Logged;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The way out that nobody chose: what is waited for is handed in as nothing at all, so that each test is its order. */
@Timeout(30)
class LeavingTest {
    private final Logged log = new Logged(Leaving.class);
    private final BlockingQueue<String> order = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> halted = new CompletableFuture<>();
    private final Leaving leaving = new Leaving(
            code -> {
                order.add("halt");
                halted.complete(code);
            },
            bug -> order.add("tell " + bug.getMessage()),
            Duration.ZERO,
            Duration.ZERO);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void a_program_that_leaves_keeps_its_terminal_to_itself() throws Exception {
        leaving.attach(new Program(true));

        leaving.begin(143);

        assertThat(halted.get(20, TimeUnit.SECONDS)).isEqualTo(143);
        assertThat(order).containsExactly("leave 143", "halt");
    }

    @Test
    void the_terminal_of_a_program_that_does_not_leave_is_given_back_over_its_head() throws Exception {
        Program hanging = new Program(false);
        leaving.attach(hanging);

        leaving.begin(143);

        assertThat(halted.get(20, TimeUnit.SECONDS)).isEqualTo(143);
        assertThat(hanging.restored.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void where_even_giving_back_hangs_the_end_comes_all_the_same() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        leaving.attach(new Program(false) {
            @Override
            public void restore() {
                try {
                    never.await();
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
            }
        });

        leaving.begin(129);

        assertThat(halted.get(20, TimeUnit.SECONDS)).isEqualTo(129);
        never.countDown();
    }

    @Test
    void of_several_signals_in_a_row_the_first_one_counts() throws Exception {
        leaving.attach(new Program(true));

        leaving.begin(143);
        leaving.begin(130);
        leaving.gone();
        leaving.broken(new IllegalStateException("late"));

        assertThat(halted.get(20, TimeUnit.SECONDS)).isEqualTo(143);
        assertThat(leaving.code(0)).isEqualTo(143);
        assertThat(leaving.bug()).isEmpty();
        assertThat(order).containsExactly("leave 143", "halt");
    }

    @Test
    void a_bug_is_told_when_the_terminal_is_the_persons_again_and_is_code_1() throws Exception {
        leaving.attach(new Program(true));

        leaving.broken(new IllegalStateException("a bug"));

        assertThat(halted.get(20, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(order).containsExactly("leave 1", "tell a bug", "halt");
        assertThat(log.lines()).containsExactly("SEVERE the terminal cannot go on");
    }

    @Test
    void before_there_is_a_screen_there_is_nothing_to_wait_for() throws Exception {
        leaving.begin(130);

        assertThat(halted.get(20, TimeUnit.SECONDS)).isEqualTo(130);
        assertThat(order).containsExactly("halt");
    }

    @Test
    void one_who_leaves_by_himself_has_his_own_code() {
        assertThat(leaving.code(0)).isZero();
        assertThat(leaving.hasBegun()).isFalse();
    }

    private class Program implements Leaving.Program {
        final CountDownLatch restored = new CountDownLatch(1);
        private final boolean leaves;

        Program(boolean leaves) {
            this.leaves = leaves;
        }

        @Override
        public void leave(int code) {
            order.add("leave " + code);
        }

        @Override
        public boolean hasLeft(Duration most) {
            return leaves;
        }

        @Override
        public void restore() {
            restored.countDown();
        }
    }
}
