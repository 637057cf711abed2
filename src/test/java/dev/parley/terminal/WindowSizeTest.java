package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WindowSizeTest {
    private final ByHand executor = new ByHand();
    private int asked;
    private final WindowSize size = new WindowSize(executor, () -> asked++);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void one_change_is_asked_about_at_once_and_once() {
        size.changed();

        executor.runAll();

        assertThat(asked).isEqualTo(1);
    }

    @Test
    @Shows("R20")
    void a_storm_is_asked_about_at_a_steady_pace_and_once_more_at_its_end() {
        // A change a millisecond for a second.
        for (int millis = 0; millis < 1_000; millis++) {
            size.changed();
            executor.advance(1);
        }
        int during = asked;

        executor.runAll();

        assertThat(during).isLessThanOrEqualTo(1 + 1_000 / (int) WindowSize.APART_MILLIS);
        assertThat(asked).isBetween(during, during + 1);
        Figures.note(
                "R20",
                "WindowSizeTest",
                "1 000 changes of size in a second: the terminal is asked " + asked + " times");
    }

    @Test
    void a_change_while_it_is_asked_is_asked_about_again() {
        WindowSize[] itself = new WindowSize[1];
        itself[0] = new WindowSize(executor, () -> {
            if (asked++ == 0) {
                itself[0].changed();
            }
        });
        itself[0].changed();

        executor.runAll();

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void after_a_rest_it_is_at_once_again() {
        size.changed();
        executor.runAll();
        size.changed();

        executor.runDue();

        assertThat(asked).isEqualTo(2);
    }

    /** Runs what is due when the test says so. */
    private static final class ByHand extends ScheduledThreadPoolExecutor {
        private record Task(long due, Runnable work) {}

        private final Deque<Task> tasks = new ArrayDeque<>();
        private long now;

        ByHand() {
            super(1);
        }

        @Override
        public void execute(Runnable work) {
            tasks.add(new Task(now, work));
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
            tasks.add(new Task(now + unit.toMillis(delay), work));
            return super.schedule(() -> {}, 0, unit);
        }

        void advance(long millis) {
            now += millis;
            runDue();
        }

        void runDue() {
            int waiting = tasks.size();
            for (int i = 0; i < waiting; i++) {
                Task task = tasks.remove();
                if (task.due() <= now) {
                    task.work().run();
                } else {
                    tasks.add(task);
                }
            }
        }

        void runAll() {
            while (!tasks.isEmpty()) {
                advance(1);
            }
        }
    }
}
