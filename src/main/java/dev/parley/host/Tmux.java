package dev.parley.host;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tmux that we run in: what is copied becomes its newest buffer, and with {@code -w} (since 3.2) it passes it on to the
 * terminal outside, which by its defaults it does not do for the programs in it. Blocking.
 */
public final class Tmux {
    private static final List<String> LOAD = List.of("tmux", "load-buffer", "-w", "-");
    /** TMUX names its socket. */
    private static final Set<String> NEEDED = Set.of("TMUX", "TMUX_PANE", "TERM", "LANG");

    private static final int SECONDS = 2;
    /** Characters. */
    private static final int LONGEST = 1_000_000;

    private final Fed fed;

    private Tmux(Fed fed) {
        this.fed = fed;
    }

    /** Empty outside of it. */
    public static Optional<Tmux> find(Map<String, String> environment, Fed fed) {
        return environment.getOrDefault("TMUX", "").isEmpty() ? Optional.empty() : Optional.of(new Tmux(fed));
    }

    /** @param safe never in its arguments, which every user of the machine can read */
    public boolean load(String safe) throws IOException, InterruptedException {
        return safe.length() <= LONGEST && fed.run(LOAD, NEEDED, safe, SECONDS);
    }
}
