package dev.parley.host;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The program that the person has named to be run in the bell's place. Fixed words and a count are all that it is told
 * (RELIABILITY.md 3.5), on its standard input: {@code parley: 3 unread}. Blocking.
 */
public final class BellCommand {
    private static final int SECONDS = 10;

    private final List<String> command;
    private final Fed fed;

    private BellCommand(List<String> command, Fed fed) {
        this.command = command;
        this.fed = fed;
    }

    /** @param line program and arguments with blanks between them, no shell; empty for none */
    public static Optional<BellCommand> of(String line, Fed fed) {
        return line.isBlank()
                ? Optional.empty()
                : Optional.of(new BellCommand(List.of(line.strip().split("\\s+")), fed));
    }

    /** @return whether it ended well */
    public boolean ring(int unread) throws IOException, InterruptedException {
        Set<String> needed = new TreeSet<>(Children.DESKTOP);
        needed.addAll(Set.of("TMUX", "TMUX_PANE"));
        return fed.run(command, needed, "parley: " + unread + " unread\n", SECONDS);
    }
}
