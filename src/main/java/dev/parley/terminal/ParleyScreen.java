package dev.parley.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.screen.TerminalScreen;
import dev.parley.text.CellWall;
import dev.parley.text.SafeText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Lanterna's screen with cells of our own in place of its buffer, whose guess at widths cannot be overridden and blanks what
 * stands beside an accent. UI thread, but for {@link #startScreen} and {@link #stopScreen}, which are the writer's.
 */
final class ParleyScreen extends TerminalScreen {
    private final ParleyTerminal terminal;
    private final FramePump pump;
    private CellGrid grid;
    private SafeText title = SafeText.EMPTY;
    private int cursorColumn = -1;
    private int cursorRow;
    private boolean mouse;
    private boolean everything = true;

    ParleyScreen(ParleyTerminal terminal, FramePump pump) throws IOException {
        super(terminal);
        this.terminal = terminal;
        this.pump = pump;
        this.grid = new CellGrid(terminal.size().getColumns(), terminal.size().getRows());
    }

    /** The cells of the next frame. */
    CellGrid grid() {
        return grid;
    }

    void cursor(int column, int row) {
        cursorColumn = column;
        cursorRow = row;
    }

    void title(SafeText title) {
        this.title = title;
    }

    void mouse(boolean on) {
        mouse = on;
    }

    void forget() {
        everything = true;
    }

    @Override
    public void startScreen() throws IOException {
        super.startScreen();
        terminal.flush();
    }

    /** Hands the cells to the writer. */
    @Override
    public void refresh(RefreshType type) throws IOException {
        boolean all = everything || type == RefreshType.COMPLETE;
        everything = false;
        pump.show(new Frame(grid.copy(), cursorColumn, cursorRow, all, title, mouse));
    }

    /** A new size takes new, blank cells. */
    @Override
    public @Nullable TerminalSize doResizeIfNecessary() {
        super.doResizeIfNecessary();
        TerminalSize size = terminal.size();
        if (size.getColumns() == grid.columns() && size.getRows() == grid.rows()) {
            return null;
        }
        grid = new CellGrid(size.getColumns(), size.getRows());
        everything = true;
        return size;
    }

    @Override
    public CellGraphics newTextGraphics() {
        return new CellGraphics(grid);
    }

    @Override
    public TerminalSize getTerminalSize() {
        return new TerminalSize(grid.columns(), grid.rows());
    }

    @Override
    public void setCharacter(int column, int row, TextCharacter character) {
        newTextGraphics().setCharacter(column, row, character);
    }

    @Override
    public TextCharacter getBackCharacter(int column, int row) {
        return newTextGraphics().getCharacter(column, row);
    }

    @Override
    public TextCharacter getFrontCharacter(int column, int row) {
        return getBackCharacter(column, row);
    }

    @Override
    public @Nullable TerminalPosition getCursorPosition() {
        return cursorColumn < 0 ? null : new TerminalPosition(cursorColumn, cursorRow);
    }

    @Override
    public void setCursorPosition(@Nullable TerminalPosition position) {
        if (position == null) {
            cursor(-1, 0);
        } else {
            cursor(position.getColumn(), position.getRow());
        }
    }

    @Override
    public void clear() {
        newTextGraphics().fill(Style.PLAIN);
    }

    /** Lanterna's view of a cell; a blank where it has none. */
    static TextCharacter character(Cell cell) {
        Style style = cell.style();
        String text = !cell.isRightHalf() && CellWall.isSafe(cell.text()) ? cell.text() : " ";
        return TextCharacter.fromString(
                text, style.foreground(), style.background(), style.modifiers().toArray(SGR[]::new))[0];
    }
}
