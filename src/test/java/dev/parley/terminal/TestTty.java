package dev.parley.terminal;

import dev.parley.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A terminal for tests of the whole client: frames go through the real writer into an {@link Emulator}, keys come through
 * the real decoder. The UI thread draws and flushes; any one thread feeds input; {@link #screen} may be read by any thread.
 */
public final class TestTty implements Tty {
    /** What the person sees after a flush. */
    public record Screen(String text, int cursorColumn, int cursorRow, boolean cursorVisible, String title) {}

    private final FrameWriter frames;
    private final Emulator emulator;
    private final Wall wall;
    private final KeyDecoder keys = new KeyDecoder(this::feed, () -> {});
    private final AtomicInteger restored = new AtomicInteger();
    private volatile @Nullable Consumer<Input> sink;
    private volatile int columns;
    private volatile int rows;
    private volatile boolean hasShell = true;
    private volatile Runnable afterFlush = () -> {};
    private volatile Screen screen = new Screen("", 0, 0, true, "");
    private CellGrid grid;
    private int cursorColumn = -1;
    private int cursorRow;
    private boolean everything = true;
    private SafeText title = SafeText.EMPTY;
    private boolean mouse;

    public TestTty(int columns, int rows) {
        this(columns, rows, ColorMode.TRUE);
    }

    public TestTty(int columns, int rows, ColorMode colors) {
        this(columns, rows, colors, Wall.CELLS);
    }

    public TestTty(int columns, int rows, ColorMode colors, Wall wall) {
        this.columns = columns;
        this.rows = rows;
        this.wall = wall;
        this.frames = new FrameWriter(colors, true, Repertoire.UTF_8, wall);
        this.emulator = new Emulator(columns, rows);
        this.grid = new CellGrid(columns, rows);
    }

    /** Runs after every flush, on the UI thread, also where it sent nothing: for tests that wait for a screen. */
    public TestTty onFlush(Runnable action) {
        afterFlush = action;
        return this;
    }

    /** As a session leader, {@link #suspend} answers false. */
    public TestTty withoutShell() {
        hasShell = false;
        return this;
    }

    /** What a terminal sends in one read, raw: text, {@code "\r"} for Enter, {@code "\033[A"}; a pause follows. */
    public void type(String raw) {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        keys.read(bytes, 0, bytes.length);
        keys.timeout();
    }

    /** A paste with brackets. */
    public void paste(String text) {
        type("\033[200~" + text + "\033[201~");
    }

    public void press(Key key) {
        feed(key);
    }

    public void feed(Input input) {
        Consumer<Input> to = sink;
        if (to == null) {
            throw new IllegalStateException("not started");
        }
        to.accept(input);
    }

    public void resize(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        feed(new Input.Resized(columns, rows));
    }

    /** As of the last flush. */
    public Screen screen() {
        return screen;
    }

    /** For the thread that flushes, or while nothing does. */
    public Emulator emulator() {
        return emulator;
    }

    /** The cells drawn last, e.g. for a picture; UI thread. */
    public CellGrid cells() {
        return grid.copy();
    }

    /** What the second wall stopped; assert that it is 0. */
    public int wallHits() {
        return frames.wallHits();
    }

    public boolean isRestored() {
        return restored.get() > 0;
    }

    @Override
    public void start(Consumer<Input> sink) {
        this.sink = sink;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public Surface surface() {
        // As the product's cells: a terminal of no size has one.
        int width = Math.max(1, columns);
        int height = Math.max(1, rows);
        if (grid.columns() != width || grid.rows() != height) {
            emulator.resize(width, height);
            grid = new CellGrid(width, height);
            everything = true;
        }
        return new CellGraphics(grid);
    }

    @Override
    public void cursor(int column, int row) {
        cursorColumn = column;
        cursorRow = row;
    }

    @Override
    public void flush() {
        byte[] bytes = frames.write(new Frame(grid.copy(), cursorColumn, cursorRow, everything, title, mouse), false);
        everything = false;
        if (bytes.length > 0) {
            emulator.write(bytes);
        }
        screen = new Screen(
                emulator.screen(),
                emulator.cursorColumn(),
                emulator.cursorRow(),
                emulator.cursorVisible(),
                emulator.title());
        afterFlush.run();
    }

    @Override
    public void forget() {
        everything = true;
    }

    @Override
    public void title(SafeText title) {
        this.title = title;
    }

    @Override
    public void mouse(boolean on) {
        mouse = on;
        if (on) {
            emulator.allowMouse();
        }
    }

    @Override
    public void bell() {
        emulator.aside(Aside.BELL.bytes());
    }

    @Override
    public Copy copy(List<SafeText> lines) {
        Optional<String> sequence = Clipboard.sequence(lines, false, wall);
        sequence.ifPresent(set -> emulator.aside(new Aside(false, set).bytes()));
        return sequence.isPresent() ? Copy.SENT : Copy.TOO_LONG;
    }

    @Override
    public boolean suspend() {
        if (hasShell) {
            emulator.scribble();
            feed(new Input.Continued());
        }
        return hasShell;
    }

    @Override
    public void restore() {
        restored.incrementAndGet();
    }
}
