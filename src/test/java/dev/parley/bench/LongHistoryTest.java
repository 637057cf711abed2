package dev.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.pty.Heap;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One conversation of 100 000 messages, with the real program. */
@Timeout(900)
class LongHistoryTest {
    private static final String PAGE_UP = "\033[5~";
    private static final double MOST_OPENING_MILLIS = 2_000;
    private static final double MOST_SCROLLING_MILLIS = 33;
    private static final double MOST_MEGABYTES = 256;

    @TempDir
    Path home;

    @Test
    @Shows("R14")
    void a_hundred_thousand_messages_open_and_scroll() throws Exception {
        int count = Dose.of(500, 100_000);
        String last = "burst " + count + " of " + count;
        String inHistory = ".*│.*" + last + ".*";
        int pages = Dose.of(10, 500);
        try (Scene scene = Scene.open(home, List.of())) {
            scene.sandbox().burst(scene.conversation(), count, 2_000);
            scene.typist().awaitText(last);
            scene.leave();
            // Only what is kept can be shown: the service says nothing.
            scene.sandbox().stop();

            long began = System.nanoTime();
            scene.startAgain();
            // In the history: the list beside it shows the last words sooner.
            scene.typist()
                    .await(
                            "the newest message",
                            screen -> screen.lines().stream().anyMatch(line -> line.matches(inHistory)));
            double opened = (System.nanoTime() - began) / 1e6;
            Echoes scrolled = new Echoes(pages);
            for (int page = 0; page < pages; page++) {
                scene.typist().look(Duration.ofMillis(40));
                scrolled.add(scene.typist().answer(PAGE_UP), scene.bare("x"));
            }
            double heap = Heap.liveMegabytes(scene.typist().program());

            // In the history: the list beside it goes on showing the last words.
            assertThat(scene.typist().screen().lines()).noneMatch(line -> line.matches(inHistory));
            Figures.note(
                    "R14",
                    "LongHistoryTest.program",
                    String.format(
                            Locale.ROOT,
                            "%,d messages on the screen %.0f ms after the start, with the service silent; scrolling %s;"
                                    + " live heap %.0f MB",
                            count,
                            opened,
                            scrolled,
                            heap));
            if (Dose.isFull()) {
                assertThat(opened).isLessThanOrEqualTo(MOST_OPENING_MILLIS);
                assertThat(heap).isLessThanOrEqualTo(MOST_MEGABYTES);
                scrolled.withinMillis(MOST_SCROLLING_MILLIS);
            }
        }
    }
}
