package dev.parley.terminal;

import dev.parley.text.SafeText;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The terminal of this process: who takes it, gives it back and when. One a process, as signals are.
 *
 * <p>The UI thread draws; the writer writes; two threads read; one measures. {@link #restore} and a stop signal may come on
 * any thread at any time: {@link #hold} says whose the terminal is.
 */
public final class UnixTty implements Tty {
    private enum Hold {
        NOT_YET,
        OURS,
        /** Given to the shell by Ctrl-Z. */
        LENT,
        GIVEN_BACK
    }

    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_ROWS = 24;
    private static final long RESTORE_SECONDS = 2;
    /** Looks whether we have come to the foreground, that often and so many times. */
    private static final long BACKGROUND_MILLIS = 100;

    private static final int BACKGROUND_LOOKS = 100;

    private final TerminalKind kind;
    private final FrameWriter frames;
    private final AtomicReference<Hold> hold = new AtomicReference<>(Hold.NOT_YET);
    private final CountDownLatch givenBack = new CountDownLatch(1);
    private final CountDownLatch leaving = new CountDownLatch(1);
    private final AtomicBoolean measuring = new AtomicBoolean();
    private final AtomicBoolean synchronizedOutput = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final ExecutorService measurer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "terminal-size");
        thread.setDaemon(true);
        return thread;
    });

    // Set once by start, before any other thread of ours runs.
    private volatile @Nullable Held held;

    /** What there is once the terminal is taken. */
    private record Held(ParleyTerminal terminal, ParleyScreen screen, FramePump pump, Consumer<Input> sink) {}

    /** @param environment TERM and TMUX are read */
    public UnixTty(Map<String, String> environment, ColorMode colors) {
        this.kind = TerminalKind.of(environment);
        this.frames = new FrameWriter(colors, kind.xtermLike());
    }

    /** @throws IOException if there is no terminal; then nothing was changed */
    @Override
    public void start(Consumer<Input> sink) throws IOException {
        if (hold.get() != Hold.NOT_YET) {
            throw new IllegalStateException("the terminal was taken before");
        }
        ParleyTerminal terminal = new ParleyTerminal(kind);
        FramePump pump = new FramePump(frames, terminal::send, synchronizedOutput::get, failure -> end(sink));
        Held now = new Held(terminal, new ParleyScreen(terminal, pump), pump, sink);
        held = now;
        hold.set(Hold.OURS);
        pump.open(now.screen()::startScreen);
        terminal.addResizeListener((source, size) -> sink.accept(new Input.Resized(size.getColumns(), size.getRows())));
        Signals.handle("WINCH", () -> measure(terminal));
        Signals.handle("TSTP", this::suspend);
        Signals.handle("CONT", this::continued);
        KeyDecoder decoder = new KeyDecoder(sink, () -> synchronizedOutput.set(true));
        new InputReader(new FileInputStream(FileDescriptor.in), decoder, this::awaitBack, () -> end(sink)).start();
    }

    @Override
    public int columns() {
        Held now = held;
        return now == null ? USUAL_COLUMNS : now.terminal().size().getColumns();
    }

    @Override
    public int rows() {
        Held now = held;
        return now == null ? USUAL_ROWS : now.terminal().size().getRows();
    }

    /** Has the size that the terminal has now; what was drawn is kept unless that changed. */
    @Override
    public Surface surface() {
        screen().doResizeIfNecessary();
        return screen().newTextGraphics();
    }

    @Override
    public void cursor(int column, int row) {
        screen().cursor(column, row);
    }

    @Override
    public void flush() throws IOException {
        screen().refresh();
    }

    @Override
    public void forget() {
        screen().forget();
    }

    @Override
    public void title(SafeText title) {
        screen().title(title);
    }

    /** See {@link FrameWriter#wallHits}; any thread. */
    public int wallHits() {
        return frames.wallHits();
    }

    /** Any thread: also what a SIGTSTP from outside does. */
    @Override
    public boolean suspend() {
        Held now = held;
        if (now == null || !JobControl.hasShell() || !hold.compareAndSet(Hold.OURS, Hold.LENT)) {
            return false;
        }
        try {
            now.pump().close(() -> now.screen().stopScreen(false));
            now.terminal().release();
            Signals.handleByDefault("TSTP");
            // In the background a read would stop us; this way it fails.
            Signals.ignore("TTIN");
            while (!isLeaving()) {
                JobControl.stop();
                if (mayTakeBack()) {
                    break;
                }
            }
        } catch (IOException e) {
            end(now.sink());
        } finally {
            Signals.handleByDefault("TTIN");
            Signals.handle("TSTP", this::suspend);
            if (!isLeaving()) {
                takeBack(now);
            }
        }
        return true;
    }

    /** The program is about to end: where the terminal is lent it stays so, and we do not stop again. Any thread. */
    public void leave() {
        leaving.countDown();
    }

    /** Gives it back within 2 s even where it takes no output. Whoever comes second waits for the first. */
    @Override
    public void restore() {
        leave();
        Held now = held;
        Hold before = hold.getAndSet(Hold.GIVEN_BACK);
        if (before == Hold.GIVEN_BACK) {
            await();
            return;
        }
        if (before == Hold.OURS && now != null) {
            giveBack(now);
        }
        givenBack.countDown();
    }

    private boolean isLeaving() {
        return leaving.getCount() == 0;
    }

    /**
     * False after a while in the background, where we go on by {@code bg}, or to be ended by a signal whose handler says so
     * by {@link #leave}: taking the terminal there would stop us.
     */
    private boolean mayTakeBack() {
        try {
            for (int look = 0; look < BACKGROUND_LOOKS; look++) {
                if (JobControl.isForeground() || leaving.await(BACKGROUND_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** After a read that failed: waits while the terminal is lent, and whether it came back. */
    private boolean awaitBack() {
        if (hold.get() != Hold.LENT) {
            return false;
        }
        try {
            while (hold.get() == Hold.LENT) {
                givenBack.await(BACKGROUND_MILLIS, TimeUnit.MILLISECONDS);
            }
            return hold.get() == Hold.OURS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void takeBack(Held now) {
        if (hold.get() != Hold.LENT) {
            return;
        }
        try {
            now.terminal().take();
            now.pump().open(now.screen()::startScreen);
            now.terminal().getTerminalSize();
        } catch (IOException e) {
            end(now.sink());
        }
        if (hold.compareAndSet(Hold.LENT, Hold.OURS)) {
            now.sink().accept(new Input.Continued());
        } else {
            giveBack(now);
        }
    }

    /** After a SIGSTOP, which nobody can prepare for, the shell has left its own settings and text. */
    private void continued() {
        Held now = held;
        if (now == null || hold.get() != Hold.OURS) {
            return;
        }
        try {
            now.terminal().takeAgain();
            now.pump().open(() -> {
                now.screen().stopScreen(false);
                now.screen().startScreen();
            });
            now.terminal().getTerminalSize();
            now.sink().accept(new Input.Continued());
        } catch (IOException e) {
            end(now.sink());
        }
    }

    private static void giveBack(Held now) {
        now.pump().close(() -> now.screen().stopScreen(false));
        try {
            now.terminal().release();
        } catch (IOException e) {
            // The terminal is gone, and its settings with it.
        }
    }

    private void await() {
        try {
            givenBack.await(RESTORE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** However many signals come while stty runs, it runs once more. */
    private void measure(ParleyTerminal terminal) {
        if (measuring.compareAndSet(false, true)) {
            measurer.execute(() -> {
                measuring.set(false);
                try {
                    terminal.measure();
                } catch (IOException e) {
                    // The size stays what it was; a terminal that is gone says so to the reader.
                }
            });
        }
    }

    private void end(Consumer<Input> sink) {
        if (ended.compareAndSet(false, true)) {
            sink.accept(new Input.Ended());
        }
    }

    private ParleyScreen screen() {
        Held now = held;
        if (now == null) {
            throw new IllegalStateException("the terminal is not taken yet");
        }
        return now.screen();
    }
}
