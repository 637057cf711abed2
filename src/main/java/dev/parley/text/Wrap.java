package dev.parley.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a line where it can: at blanks, after a hyphen inside a word, beside a wide character (Chinese and Japanese are
 * written without blanks); inside words where it must.
 */
public final class Wrap {
    /** Closing punctuation and small kana, which a row never begins with if there is another place to break. */
    private static final String NEVER_FIRST = "、。，．・：；？！」』）］｝】〕〉》”’ー々〻…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ";

    private static final String NEVER_LAST = "「『（［｛【〔〈《“‘";

    /** A row: the clusters {@code from} to before {@code to} of the line. What lies between two rows are blanks. */
    public record Row(int from, int to) {}

    private Wrap() {}

    /**
     * Rows at most {@code columns} wide ({@code columns} at least 1, less is taken as 1; a cluster wider than that stands
     * alone). Loses nothing but the blanks at which it broke; blanks at the start of the line are kept. At least one row.
     */
    public static List<SafeText> wrap(SafeText line, int columns) {
        if (line.width() <= columns) {
            return List.of(line);
        }
        return rows(line, columns).stream()
                .map(row -> line.part(row.from(), row.to()))
                .toList();
    }

    /** As {@link #wrap}, but where the rows lie in the line, for cursors and finds. */
    public static List<Row> rows(SafeText line, int columns) {
        List<Cluster> clusters = line.clusters();
        int room = Math.max(1, columns);
        List<Row> rows = new ArrayList<>();
        int indent = blanksEnd(clusters, 0);
        int from = 0;
        do {
            // A row of nothing but the indent looks like an empty line: the first word never breaks off from it.
            int first = Math.max(from, indent);
            int full = fill(clusters, from, room);
            int next = full == clusters.size() ? full : breakBefore(clusters, first, full);
            int end = next;
            while (next < clusters.size()
                    && end > first
                    && clusters.get(end - 1).isBlank()) {
                end--;
            }
            rows.add(new Row(from, end));
            from = next < indent ? next : blanksEnd(clusters, next);
        } while (from < clusters.size());
        return List.copyOf(rows);
    }

    /** Where a row ends that takes as much as there is room for: one cluster at least. */
    private static int fill(List<Cluster> clusters, int from, int room) {
        int at = from;
        int used = 0;
        while (at < clusters.size() && (at == from || used + clusters.get(at).width() <= room)) {
            used += clusters.get(at).width();
            at++;
        }
        return at;
    }

    /** The last place to break after {@code first} and not after {@code full}; {@code full} where there is none. */
    private static int breakBefore(List<Cluster> clusters, int first, int full) {
        for (int at = full; at > first; at--) {
            if (breaks(clusters, at)) {
                return at;
            }
        }
        return full;
    }

    private static boolean breaks(List<Cluster> clusters, int at) {
        Cluster before = clusters.get(at - 1);
        Cluster after = clusters.get(at);
        if (before.isBlank() || after.isBlank()) {
            return true;
        }
        if (before.text().equals("-")) {
            return at > 1 && isWord(clusters.get(at - 2)) && isWord(after);
        }
        boolean wide = before.width() == 2 || after.width() == 2;
        return wide && !NEVER_FIRST.contains(after.text()) && !NEVER_LAST.contains(before.text());
    }

    private static boolean isWord(Cluster cluster) {
        char c = cluster.text().charAt(0);
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= 0xC0;
    }

    private static int blanksEnd(List<Cluster> clusters, int from) {
        int at = from;
        while (at < clusters.size() && clusters.get(at).isBlank()) {
            at++;
        }
        return at;
    }
}
