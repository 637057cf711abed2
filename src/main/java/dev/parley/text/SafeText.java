package dev.parley.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One line of text that cannot touch the terminal. Immutable. Only {@link Sanitizer} makes one. */
public final class SafeText {
    public static final SafeText EMPTY = new SafeText(List.of());

    private final List<Cluster> clusters;
    private final int width;

    SafeText(List<Cluster> clusters) {
        this.clusters = List.copyOf(clusters);
        this.width = width(this.clusters);
    }

    private SafeText(List<Cluster> clusters, int width) {
        this.clusters = clusters;
        this.width = width;
    }

    /** Texts one after the other with {@code separator} between them. */
    public static SafeText join(SafeText separator, List<SafeText> texts) {
        List<Cluster> all = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                all.addAll(separator.clusters);
            }
            all.addAll(texts.get(i).clusters);
        }
        return all.isEmpty() ? EMPTY : new SafeText(all);
    }

    /** That many blanks; none for a negative number. */
    public static SafeText blanks(int columns) {
        return columns <= 0 ? EMPTY : new SafeText(Collections.nCopies(columns, Cluster.BLANK));
    }

    /** In the order of reading, with random access. Unmodifiable. */
    public List<Cluster> clusters() {
        return clusters;
    }

    /** Columns. */
    public int width() {
        return width;
    }

    public boolean isEmpty() {
        return clusters.isEmpty();
    }

    /** Whether there is nothing to see: no cluster, or blanks only. */
    public boolean isBlank() {
        return clusters.stream().allMatch(Cluster::isBlank);
    }

    public SafeText plus(SafeText more) {
        if (more.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return more;
        }
        List<Cluster> all = new ArrayList<>(clusters.size() + more.clusters.size());
        all.addAll(clusters);
        all.addAll(more.clusters);
        return new SafeText(all);
    }

    /**
     * The clusters from {@code fromCluster} to before {@code toCluster}; shares the memory of the whole.
     *
     * @throws IndexOutOfBoundsException where there are no such clusters
     */
    public SafeText part(int fromCluster, int toCluster) {
        List<Cluster> part = clusters.subList(fromCluster, toCluster);
        if (part.size() == clusters.size()) {
            return this;
        }
        return part.isEmpty() ? EMPTY : new SafeText(part, width(part));
    }

    /** At most {@code columns} wide; {@code ellipsis} stands at the end where something was cut (none if it has no room). */
    public SafeText cut(int columns, SafeText ellipsis) {
        if (width <= columns) {
            return this;
        }
        if (ellipsis.width > columns) {
            return part(0, clustersWithin(columns));
        }
        return part(0, clustersWithin(columns - ellipsis.width)).plus(ellipsis);
    }

    /** Exactly {@code columns} wide (0 for a negative number): as {@link #cut}, and blanks at the end. */
    public SafeText fit(int columns, SafeText ellipsis) {
        SafeText cut = cut(columns, ellipsis);
        return cut.plus(blanks(columns - cut.width));
    }

    /** How many of the first clusters fit into {@code columns}. */
    public int clustersWithin(int columns) {
        int at = 0;
        int used = 0;
        while (at < clusters.size() && used + clusters.get(at).width() <= columns) {
            used += clusters.get(at).width();
            at++;
        }
        return at;
    }

    /** The safe characters, joined. */
    @Override
    public String toString() {
        StringBuilder all = new StringBuilder(clusters.size());
        for (Cluster cluster : clusters) {
            all.append(cluster.text());
        }
        return all.toString();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof SafeText that && clusters.equals(that.clusters);
    }

    @Override
    public int hashCode() {
        return clusters.hashCode();
    }

    private static int width(List<Cluster> clusters) {
        int sum = 0;
        for (Cluster cluster : clusters) {
            sum += cluster.width();
        }
        return sum;
    }
}
