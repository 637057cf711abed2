package dev.parley.log;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands on what is written, a line at a time, bounded. */
final class LineStream extends OutputStream {
    private static final int LONGEST = 8_000;

    private final Consumer<String> lines;

    /** Guarded by the PrintStream above, which writes under its own lock. */
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineStream(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void write(int b) {
        if (b == '\n' || line.size() >= LONGEST) {
            flushLine();
        }
        if (b != '\n' && b != '\r') {
            line.write(b);
        }
    }

    private void flushLine() {
        if (line.size() > 0) {
            lines.accept(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }
    }
}
