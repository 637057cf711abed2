package dev.parley.terminal;

import dev.parley.terminal.Custody.Holder;
import dev.parley.text.SafeText;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The terminal of this process: who takes it, gives it back and when. One a process, as signals are.
 *
 * <p>The UI thread draws; the writer writes; two threads read; one measures. {@link #restore} and a stop signal may come on
 * any thread at any time: {@link Custody} says whose the terminal is.
 */
public final class UnixTty implements Tty {
    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_ROWS = 24;

    private final TerminalKind kind;
    private final FrameWriter frames;
    private final Fate fate;
    private final Custody custody = new Custody();
    private final AtomicBoolean synchronizedOutput = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final ScheduledExecutorService measurer = Executors.newSingleThreadScheduledExecutor(task -> {
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
        this(environment, colors, Repertoire.UTF_8, Fate.LEFT_TO_THE_SINK);
    }

    /** @param environment TERM and TMUX are read */
    public UnixTty(Map<String, String> environment, ColorMode colors, Repertoire repertoire, Fate fate) {
        this.kind = TerminalKind.of(environment);
        this.frames = new FrameWriter(colors, kind.xtermLike(), repertoire, Wall.CELLS);
        this.fate = fate;
    }

    /** @throws IOException if there is no terminal, or {@link #restore} came first; then nothing is changed */
    @Override
    public void start(Consumer<Input> sink) throws IOException {
        if (!custody.pass(Holder.NOBODY_YET, Holder.TAKING)) {
            throw new IOException("it was given back before it was taken");
        }
        ParleyTerminal terminal = taken();
        FramePump pump =
                new FramePump(frames, terminal::send, synchronizedOutput::get, failure -> failed(failure, sink));
        Held now = new Held(terminal, new ParleyScreen(terminal, pump), pump, sink);
        held = now;
        pump.open(now.screen()::startScreen);
        if (!isOurs(now)) {
            throw new IOException("the program is leaving");
        }
        terminal.addResizeListener((source, size) -> sink.accept(new Input.Resized(size.getColumns(), size.getRows())));
        WindowSize size = new WindowSize(measurer, guarded(now, () -> measure(terminal)));
        Signals.handle("WINCH", size::changed);
        Signals.handle("TSTP", guarded(now, this::suspend));
        Signals.handle("CONT", guarded(now, this::continued));
        KeyDecoder decoder = new KeyDecoder(sink, () -> synchronizedOutput.set(true));
        new InputReader(
                        new FileInputStream(FileDescriptor.in),
                        decoder,
                        custody::readsOn,
                        () -> end(sink),
                        bug -> failed(bug, sink))
                .start();
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

    @Override
    public void mouse(boolean on) {
        screen().mouse(on);
    }

    @Override
    public void bell() {
        pump().tell(Aside.BELL);
    }

    @Override
    public Copy copy(List<SafeText> lines) {
        if (!kind.xtermLike()) {
            return Copy.NO_CLIPBOARD;
        }
        Optional<String> sequence = Clipboard.sequence(lines, kind.isScreen(), Wall.CELLS);
        sequence.ifPresent(set -> pump().tell(new Aside(false, set)));
        return sequence.isPresent() ? Copy.SENT : Copy.TOO_LONG;
    }

    /** See {@link FrameWriter#wallHits}; any thread. */
    public int wallHits() {
        return frames.wallHits();
    }

    /** Any thread: also what a SIGTSTP from outside does. */
    @Override
    public boolean suspend() {
        Held now = held;
        if (now == null || !JobControl.hasShell() || !custody.pass(Holder.OURS, Holder.LENT)) {
            return false;
        }
        try {
            now.pump().close(() -> now.screen().stopScreen(false));
            now.terminal().release();
            Signals.handleByDefault("TSTP");
            // In the background a read would stop us; this way it fails.
            Signals.ignore("TTIN");
            do {
                JobControl.stop();
            } while (!custody.isLeaving() && !custody.mayTakeBack());
        } catch (IOException e) {
            failed(e, now.sink());
        } finally {
            Signals.handleByDefault("TTIN");
            Signals.handle("TSTP", guarded(now, this::suspend));
            takeBack(now, now.terminal()::take);
        }
        return true;
    }

    /** The program is about to end: where the terminal is lent it stays so, and we do not stop again. Any thread. */
    public void leave() {
        custody.leave();
    }

    /** Gives it back within 2 s even where it takes no output. Whoever comes second waits for the first. */
    @Override
    public void restore() {
        Held now = held;
        Holder before = custody.giveBack();
        if (before == Holder.TAKING || before == Holder.GIVEN_BACK) {
            custody.awaitGivenBack();
            return;
        }
        if (now != null) {
            giveBack(now);
        }
        custody.givenBack();
    }

    /** Nothing happens where the program is leaving: it is the shell's. */
    private void takeBack(Held now, FramePump.Action take) {
        if (custody.isLeaving() || !custody.pass(Holder.LENT, Holder.TAKING)) {
            return;
        }
        try {
            take.run();
            now.pump().open(() -> {
                now.screen().stopScreen(false);
                now.screen().startScreen();
            });
            now.terminal().announceSize();
        } catch (IOException e) {
            failed(e, now.sink());
        }
        if (isOurs(now)) {
            now.sink().accept(new Input.Continued());
        }
    }

    /**
     * After a SIGSTOP, which nobody can prepare for, the shell (where there is one) has left its own settings and text. In
     * the background, after {@code bg}, taking the terminal would stop us: there we wait, and then stop on our own.
     */
    private void continued() {
        Held now = held;
        if (now == null || !custody.pass(Holder.OURS, Holder.LENT)) {
            return;
        }
        try {
            if (!JobControl.isForeground()) {
                now.pump().close(() -> now.screen().stopScreen(false));
            }
            while (!custody.isLeaving() && !custody.mayTakeBack()) {
                Signals.handleByDefault("TSTP");
                JobControl.stop();
            }
        } catch (IOException e) {
            failed(e, now.sink());
        } finally {
            Signals.handle("TSTP", guarded(now, this::suspend));
            takeBack(now, now.terminal()::takeAgain);
        }
    }

    private ParleyTerminal taken() throws IOException {
        try {
            return new ParleyTerminal(kind);
        } catch (IOException e) {
            custody.giveBack();
            custody.givenBack();
            throw e;
        }
    }

    /** Ends {@link Holder#TAKING}. False where somebody wants it given back, which is done then. */
    private boolean isOurs(Held now) {
        if (custody.pass(Holder.TAKING, Holder.OURS)) {
            return true;
        }
        giveBack(now);
        custody.givenBack();
        return false;
    }

    /** Also where it is lent: a SIGSTOP leaves the screen as it is. */
    private static void giveBack(Held now) {
        boolean left = now.pump().close(() -> now.screen().stopScreen(false));
        try {
            if (!left && !now.pump().isBroken()) {
                now.terminal().leaveLater();
            }
            // In the background the settings are the shell's already, and setting them would stop us.
            if (JobControl.isForeground()) {
                now.terminal().release();
            }
        } catch (IOException e) {
            // The terminal is gone, and its settings with it.
        }
    }

    private static void measure(ParleyTerminal terminal) {
        try {
            terminal.measure();
        } catch (IOException e) {
            // The size stays what it was; a terminal that is gone says so to the reader.
        }
    }

    /** A thread that the terminal needs must not end in silence. */
    private Runnable guarded(Held now, Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException | Error bug) {
                failed(bug, now.sink());
            }
        };
    }

    private void failed(Throwable failure, Consumer<Input> sink) {
        if (!(failure instanceof IOException)) {
            fate.broken(failure);
        }
        end(sink);
    }

    private void end(Consumer<Input> sink) {
        if (ended.compareAndSet(false, true)) {
            fate.gone();
            sink.accept(new Input.Ended());
        }
    }

    private ParleyScreen screen() {
        return held().screen();
    }

    private FramePump pump() {
        return held().pump();
    }

    private Held held() {
        Held now = held;
        if (now == null) {
            throw new IllegalStateException("the terminal is not taken yet");
        }
        return now;
    }
}
