package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Content;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Update;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A hundred thousand turns cost what the visible ones cost. */
class LongHistoryTest {
    private static final int TURNS = Dose.of(20_000, 100_000);
    private static final int PAGE = 500;

    private final Story ada = Story.ada();

    @Test
    @Shows("R14")
    void only_what_is_seen_is_laid_out() {
        AppDriver app = opened();
        assertThat(app.history().size()).isGreaterThanOrEqualTo(TURNS);
        assertThat(app.history().laidOut()).isLessThan(200);

        app.press("PgUp", "PgUp", "PgUp");
        int laidOut = app.history().laidOut();
        app.press("Alt-Home");

        assertThat(app.history().laidOut() - laidOut).isLessThan(200);
        app.shows("turn 0 ");
        Figures.note(
                "R14",
                "LongHistoryTest.laidOut",
                TURNS + " turns: " + app.history().laidOut()
                        + " laid out after opening, three pages up and a jump to the top");
    }

    @Test
    @Shows("R14")
    void one_more_turn_moves_neither_the_view_nor_much_else() {
        AppDriver app = opened().press("Alt-Home");
        String before = app.row(4);

        app.tell(ada.says("12:04", "one more"));

        assertThat(app.row(4)).isEqualTo(before);
        assertThat(app.history().laidOut()).isLessThan(200);
        app.shows("↓ 1 new (Esc)");
    }

    @Test
    @Shows("R14")
    void opening_and_scrolling_take_no_time_worth_naming() {
        if (!Dose.isFull()) {
            return;
        }
        long used = used();
        long began = System.nanoTime();
        AppDriver app = opened();
        long opened = (System.nanoTime() - began) / 1_000_000;
        long[] frames = new long[1_000];
        for (int i = 0; i < frames.length; i++) {
            long start = System.nanoTime();
            app.press(i % 3 == 0 ? "Alt-PgUp" : i % 50 == 1 ? "Alt-Home" : i % 50 == 2 ? "Alt-End" : "PgUp");
            frames[i] = (System.nanoTime() - start) / 1_000;
        }
        Arrays.sort(frames);
        long p99 = frames[frames.length * 99 / 100];
        long heap = (used() - used) / (1024 * 1024);
        Figures.note(
                "R14",
                "LongHistoryTest",
                TURNS + " turns: open in " + opened + " ms, scroll frame p50 " + frames[frames.length / 2] / 1_000.0
                        + " ms, p99 " + p99 / 1_000.0 + " ms, " + heap + " MB of heap");
        assertThat(opened).isLessThanOrEqualTo(2_000);
        assertThat(p99).isLessThanOrEqualTo(33_000);
        assertThat(heap).isLessThanOrEqualTo(256);
        app.shows("SANDBOX");
    }

    @Test
    @Shows("R15")
    void a_key_costs_a_fraction_of_a_whole_frame() {
        if (!Dose.isFull()) {
            return;
        }
        AppDriver app = opened();
        List<Long> keys = new ArrayList<>();
        List<Long> frames = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            long start = System.nanoTime();
            app.type("k");
            long between = System.nanoTime();
            app.redraw();
            frames.add(System.nanoTime() - between);
            keys.add(between - start);
            if (i % 40 == 0) {
                app.press("Ctrl-U").type("k").advance(2_000);
            }
        }
        double key = median(keys);
        double frame = median(frames);
        Figures.note(
                "R15",
                "LongHistoryTest.key",
                String.format(
                        Locale.ROOT,
                        "a key in the input takes %.2f ms where drawing everything takes %.2f ms: a ratio of %.1f",
                        key,
                        frame,
                        frame / key));
        assertThat(key).isLessThan(frame);
    }

    private AppDriver opened() {
        AppDriver app = new AppDriver(120, 40).tell(ada.open());
        List<TimelineEvent> page = new ArrayList<>();
        for (int i = 0; i < TURNS; i++) {
            page.add(new Turn(
                    i,
                    i % 3 == 0 ? ada.self : ada.agent,
                    AppDriver.NOON.minus(Duration.ofSeconds(2L * (TURNS - i))),
                    Content.Text.of("turn " + i + " says a sentence or two about a parcel that has not come yet"),
                    Optional.empty()));
            if (page.size() == PAGE) {
                app.post(new Update.Events(ada.consumer, ada.id, ada.id, page));
                page.clear();
            }
        }
        ada.skip(TURNS);
        return app.idle();
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElse(0L) / 1e6;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
