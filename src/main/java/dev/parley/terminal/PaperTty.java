package dev.parley.terminal;

import dev.parley.text.SafeText;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A terminal that is none: what is drawn is kept as cells, and the bytes are made and thrown away. For the picture in the
 * README and for warming up. UI thread, but for {@link #feed}.
 */
public final class PaperTty implements Tty {
    private final CellGrid cells;
    private final FrameWriter frames = new FrameWriter(ColorMode.ANSI256, false);
    private final Consumer<CellGrid> seen;
    private volatile @Nullable Consumer<Input> sink;
    private int column = -1;
    private int row;

    /** @param seen is given a copy of the cells after every frame, on the UI thread */
    public PaperTty(int columns, int rows, Consumer<CellGrid> seen) {
        this.cells = new CellGrid(columns, rows);
        this.seen = seen;
    }

    /** As they were drawn last. */
    public CellGrid cells() {
        return cells.copy();
    }

    /** As if it had been typed. Ignored before {@link #start}. */
    public void feed(Input input) {
        Consumer<Input> to = sink;
        if (to != null) {
            to.accept(input);
        }
    }

    @Override
    public void start(Consumer<Input> sink) {
        this.sink = sink;
    }

    @Override
    public int columns() {
        return cells.columns();
    }

    @Override
    public int rows() {
        return cells.rows();
    }

    @Override
    public Surface surface() {
        return new CellGraphics(cells);
    }

    @Override
    public void cursor(int column, int row) {
        this.column = column;
        this.row = row;
    }

    @Override
    public void flush() {
        CellGrid drawn = cells.copy();
        frames.write(new Frame(drawn, column, row, false, SafeText.EMPTY), false);
        seen.accept(drawn);
    }

    @Override
    public void forget() {
        // Nobody but us writes on it.
    }

    @Override
    public void title(SafeText title) {
        // Paper has none.
    }

    @Override
    public void mouse(boolean on) {
        // Nor a mouse.
    }

    @Override
    public void bell() {
        // Nor a bell.
    }

    @Override
    public Copy copy(List<SafeText> lines) {
        return Copy.NO_CLIPBOARD;
    }

    @Override
    public boolean suspend() {
        return false;
    }

    @Override
    public void restore() {
        // It was never taken from anybody.
    }
}
