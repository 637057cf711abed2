package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.text.SafeText;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FramePumpTest {
    private final LinkedBlockingQueue<byte[]> written = new LinkedBlockingQueue<>();
    private final CompletableFuture<Throwable> failed = new CompletableFuture<>();
    private final Emulator emulator = new Emulator(20, 2);

    @Test
    void a_frame_is_one_write() throws Exception {
        FramePump pump = pump(written::add);

        pump.show(frame("hello", false));

        emulator.write(written.take());
        assertThat(emulator.line(0)).isEqualTo("hello");
        pump.close(() -> {});
        assertThat(written).isEmpty();
    }

    @Test
    @Shows("R16")
    void while_the_terminal_takes_nothing_only_the_newest_frame_waits() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        FramePump pump = pump(bytes -> {
            written.add(bytes);
            stuck.countDown();
            uninterrupted(free);
        });
        pump.show(frame("first", false));
        stuck.await();
        pump.show(frame("second", true));
        for (int i = 0; i < 1_000; i++) {
            pump.show(frame("frame " + i, false));
        }
        free.countDown();

        emulator.write(written.take());
        emulator.scribble();
        emulator.write(written.take());

        // The second one asked for everything to be drawn, and what took its place did so for it.
        assertThat(emulator.lines()).containsExactly("frame 999", "");
        pump.close(() -> {});
        assertThat(written).isEmpty();
        Figures.note(
                "R16", "FramePumpTest", "1 002 frames asked for while the terminal takes nothing: 1 more is written");
    }

    @Test
    void a_bell_and_a_copy_are_one_write_beside_the_frames() throws Exception {
        FramePump pump = pump(written::add);
        pump.show(frame("hello", false));
        emulator.write(written.take());

        pump.tell(new Aside(true, "\033]52;c;eA==\007"));

        emulator.aside(written.take());
        assertThat(emulator.clipboard()).isEqualTo("x");
        assertThat(emulator.bells()).isEqualTo(1);
        assertThat(emulator.line(0)).isEqualTo("hello");
        pump.close(() -> {});
        assertThat(written).isEmpty();
    }

    @Test
    @Shows("R16")
    void while_the_terminal_takes_nothing_one_bell_waits() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        FramePump pump = pump(bytes -> {
            written.add(bytes);
            stuck.countDown();
            uninterrupted(free);
        });
        pump.show(frame("first", false));
        stuck.await();
        for (int i = 0; i < 1_000; i++) {
            pump.tell(Aside.BELL);
        }
        free.countDown();
        pump.close(() -> {});

        emulator.write(written.take());
        emulator.aside(written.take());
        assertThat(emulator.bells()).isEqualTo(1);
        assertThat(written).isEmpty();
    }

    @Test
    void while_the_screen_is_the_shell_s_nothing_rings_and_nothing_of_it_comes_later() throws Exception {
        FramePump pump = pump(written::add);
        pump.close(() -> {});

        pump.tell(Aside.BELL);
        pump.open(() -> {});
        pump.show(frame("back", false));

        emulator.write(written.take());
        pump.close(() -> {});
        assertThat(written).isEmpty();
        assertThat(emulator.shows("back")).isTrue();
    }

    @Test
    void giving_the_screen_back_does_not_wait_for_a_terminal_that_takes_nothing() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        FramePump pump = pump(bytes -> {
            stuck.countDown();
            uninterrupted(never);
        });
        pump.show(frame("first", false));
        stuck.await();

        AtomicInteger givenBack = new AtomicInteger();
        boolean closed = pump.close(givenBack::incrementAndGet);
        never.countDown();

        // Somebody else does it in its place: twice would be once too often.
        pump.close(() -> {});
        assertThat(closed).isFalse();
        assertThat(givenBack).hasValue(0);
    }

    @Test
    void a_bug_in_drawing_is_told_and_the_screen_can_still_be_given_back() throws Exception {
        AtomicInteger givenBack = new AtomicInteger();
        FramePump pump = pump(bytes -> {
            throw new IllegalStateException("a bug");
        });
        pump.show(frame("hello", false));
        Throwable told = failed.get(10, TimeUnit.SECONDS);

        boolean closed = pump.close(givenBack::incrementAndGet);

        assertThat(told).hasMessage("a bug");
        assertThat(closed).isTrue();
        assertThat(givenBack).hasValue(1);
    }

    @Test
    void nothing_is_written_after_the_screen_was_given_back() throws Exception {
        FramePump pump = pump(written::add);
        pump.close(() -> {});

        pump.show(frame("late", false));

        pump.close(() -> {});
        assertThat(written).isEmpty();
    }

    @Test
    void a_screen_taken_again_is_drawn_whole() throws Exception {
        FramePump pump = pump(written::add);
        pump.show(frame("hello", false));
        written.take();
        pump.close(() -> {});
        pump.open(() -> {});

        pump.show(frame("hello", false));

        emulator.scribble();
        emulator.write(written.take());
        assertThat(emulator.lines()).containsExactly("hello", "");
    }

    @Test
    void a_terminal_that_is_gone_is_told_once_and_then_thrown() throws Exception {
        FramePump pump = pump(bytes -> {
            throw new IOException("Input/output error");
        });

        pump.show(frame("hello", false));

        assertThat(failed.get(10, TimeUnit.SECONDS)).hasMessage("Input/output error");
        pump.close(() -> {});
        assertThatThrownBy(() -> pump.show(frame("more", false))).isInstanceOf(IOException.class);
    }

    private FramePump pump(FramePump.Out out) {
        FramePump pump = new FramePump(new FrameWriter(ColorMode.TRUE, true), out, () -> false, failed::complete);
        pump.open(() -> {});
        return pump;
    }

    private static Frame frame(String text, boolean everything) {
        CellGrid grid = new CellGrid(20, 2);
        new CellGraphics(grid).put(0, 0, SafeTexts.byHand(text), Style.PLAIN);
        return new Frame(grid, 0, 0, everything, SafeText.EMPTY);
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
