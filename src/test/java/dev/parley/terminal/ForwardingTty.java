package dev.parley.terminal;

import dev.parley.text.SafeText;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** A test's terminal with something else about it. */
public class ForwardingTty implements Tty {
    private final TestTty tty;

    public ForwardingTty(TestTty tty) {
        this.tty = tty;
    }

    public TestTty tty() {
        return tty;
    }

    @Override
    public void start(Consumer<Input> sink) {
        tty.start(sink);
    }

    @Override
    public int columns() {
        return tty.columns();
    }

    @Override
    public int rows() {
        return tty.rows();
    }

    @Override
    public Surface surface() {
        return tty.surface();
    }

    @Override
    public void cursor(int column, int row) {
        tty.cursor(column, row);
    }

    @Override
    public void flush() throws IOException {
        tty.flush();
    }

    @Override
    public void forget() {
        tty.forget();
    }

    @Override
    public void title(SafeText title) {
        tty.title(title);
    }

    @Override
    public void mouse(boolean on) {
        tty.mouse(on);
    }

    @Override
    public void bell() {
        tty.bell();
    }

    @Override
    public Copy copy(List<SafeText> lines) {
        return tty.copy(lines);
    }

    @Override
    public boolean suspend() {
        return tty.suspend();
    }

    @Override
    public void restore() {
        tty.restore();
    }
}
