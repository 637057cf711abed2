package dev.parley.ui.app;

import dev.parley.conversation.Update;
import dev.parley.terminal.CellGraphics;
import dev.parley.terminal.CellGrid;
import dev.parley.terminal.Input;
import dev.parley.terminal.Key;
import dev.parley.terminal.Surface;
import dev.parley.terminal.Tty;
import dev.parley.text.SafeText;
import dev.parley.ui.Preferences;
import dev.parley.ui.UiOptions;
import dev.parley.ui.state.UiClock;
import dev.parley.ui.theme.Themes;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** The real program on a terminal that only keeps its cells: for pictures. */
public final class Still implements Tty {
    private final CellGrid grid;

    private Still(int columns, int rows) {
        grid = new CellGrid(columns, rows);
    }

    /** The screen after {@code updates} came and {@code typed} was typed, at the moment the clock stands still at. */
    public static CellGrid of(
            int columns,
            int rows,
            UiOptions options,
            Themes themes,
            UiClock clock,
            List<Update> updates,
            String typed) {
        Still still = new Still(columns, rows);
        App app = Starting.app(
                options, themes, still, command -> {}, taken -> {}, clock, () -> "", Preferences.inMemory());
        try {
            app.start();
        } catch (IOException impossible) {
            throw new IllegalStateException("a terminal in memory failed", impossible);
        }
        updates.forEach(update -> app.post(new Event.Told(update)));
        app.idle();
        typed.codePoints().forEach(c -> app.post(new Event.Typed(Key.text(Character.toString(c)))));
        app.idle();
        return still.grid;
    }

    @Override
    public void start(Consumer<Input> sink) {
        // Nobody types here.
    }

    @Override
    public int columns() {
        return grid.columns();
    }

    @Override
    public int rows() {
        return grid.rows();
    }

    @Override
    public Surface surface() {
        return new CellGraphics(grid);
    }

    @Override
    public void cursor(int column, int row) {
        // A picture has none.
    }

    @Override
    public void flush() {
        // The cells are the picture.
    }

    @Override
    public void forget() {
        // Everything is drawn each time.
    }

    @Override
    public void title(SafeText title) {
        // A picture has none.
    }

    @Override
    public boolean suspend() {
        return false;
    }

    @Override
    public void restore() {
        // Nothing was taken.
    }
}
