package dev.parley.pty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Dose;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long programs take to end after something has happened. Measured in every dose, asserted in the full one only. */
final class Ending {
    /** RELIABILITY.md R17 and R18. */
    private static final long MOST_MILLIS = 2_000;

    private static final long APART_MILLIS = 2;

    private final List<Long> millis = new ArrayList<>();

    /** Does it to programs that run, and waits until all of them are gone. */
    void after(Collection<ProcessHandle> programs, Deed deed) throws Exception {
        long before = System.nanoTime();
        deed.happens();
        // Not onExit, which asks about other processes' children ever more seldom, up to 5 s apart.
        while (programs.stream().anyMatch(ProcessHandle::isAlive)) {
            assertThat(System.nanoTime() - before)
                    .as("waited for " + programs)
                    .isLessThan(TimeUnit.SECONDS.toNanos(Program.PATIENCE_SECONDS));
            TimeUnit.MILLISECONDS.sleep(APART_MILLIS);
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
        millis.add(took);
        if (Dose.isFull()) {
            assertThat(took).as("ms until all were gone").isLessThanOrEqualTo(MOST_MILLIS);
        }
    }

    /** Times are for the full dose, where nothing else runs. */
    @Override
    public String toString() {
        long worst = millis.stream().mapToLong(Long::longValue).max().orElse(0);
        return millis.size() + " times gone" + (Dose.isFull() ? ", at the latest after " + worst + " ms" : "");
    }

    /** What ends them. */
    @FunctionalInterface
    interface Deed {
        void happens() throws Exception;
    }
}
