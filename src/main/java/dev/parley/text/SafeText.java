package dev.parley.text;

import java.util.List;

/** One line of text that cannot touch the terminal. Immutable. Only {@link Sanitizer} makes one. */
public final class SafeText {
    public static final SafeText EMPTY = new SafeText(List.of());

    private final List<Cluster> clusters;

    SafeText(List<Cluster> clusters) {
        this.clusters = List.copyOf(clusters);
    }

    public List<Cluster> clusters() {
        return clusters;
    }

    /** Columns. */
    public int width() {
        throw new IllegalStateException("being built");
    }

    public boolean isEmpty() {
        return clusters.isEmpty();
    }

    public SafeText plus(SafeText more) {
        throw new IllegalStateException("being built");
    }

    /** At most {@code columns} wide; {@code ellipsis} stands at the end where something was cut (none if it has no room). */
    public SafeText cut(int columns, SafeText ellipsis) {
        throw new IllegalStateException("being built");
    }

    /** The safe characters, joined. */
    @Override
    public String toString() {
        throw new IllegalStateException("being built");
    }
}
