package dev.parley.terminal;

import com.googlecode.lanterna.TerminalSize;
import java.io.IOException;
import java.util.List;

/** The tty's settings, through stty(1). Each call forks once. */
final class Stty {
    private static final String RAW = "stty -icanon -echo -isig -ixon -icrnl -iexten min 1 time 0";

    private static final int PATIENCE = 10;
    private static final int PATIENCE_AT_THE_END = 1;

    /** A terminal that does not know its size (0 0) is taken for the usual one. */
    private static final TerminalSize UNKNOWN_SIZE = new TerminalSize(80, 24);

    /** A size is two numbers of 16 bits that anybody may set: 65535 squared is more cells than there is memory. */
    private static final TerminalSize LARGEST = new TerminalSize(1_000, 500);

    /** @param saved what {@link #restore} needs to make the settings what they were */
    record Taken(String saved, TerminalSize size) {}

    private Stty() {}

    /** Makes the tty raw: keys come at once, unechoed, CR as CR, Ctrl-C, Ctrl-Z, Ctrl-S and Ctrl-V as keys. */
    static Taken take() throws IOException {
        List<String> lines = Children.onTty(PATIENCE, "stty -g && stty size && " + RAW);
        if (lines.size() < 2) {
            throw new IOException("stty said nothing about the terminal");
        }
        return new Taken(lines.get(0), size(lines.get(1)));
    }

    static TerminalSize size() throws IOException {
        List<String> lines = Children.onTty(PATIENCE, "stty size");
        return lines.isEmpty() ? UNKNOWN_SIZE : size(lines.get(0));
    }

    static void restore(String saved) throws IOException {
        // Where stty can, it does not wait for output that the terminal may never take.
        Children.onTty(PATIENCE_AT_THE_END, "stty -drain \"$1\" || stty \"$1\"", saved);
    }

    /** Rows, then columns. */
    static TerminalSize size(String line) {
        String[] parts = line.trim().split("\\s+");
        try {
            int rows = Integer.parseInt(parts[0]);
            int columns = Integer.parseInt(parts[parts.length - 1]);
            return new TerminalSize(
                    columns > 0 ? Math.min(columns, LARGEST.getColumns()) : UNKNOWN_SIZE.getColumns(),
                    rows > 0 ? Math.min(rows, LARGEST.getRows()) : UNKNOWN_SIZE.getRows());
        } catch (NumberFormatException e) {
            return UNKNOWN_SIZE;
        }
    }
}
