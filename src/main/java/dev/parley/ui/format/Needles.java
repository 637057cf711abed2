package dev.parley.ui.format;

import dev.parley.text.Cluster;
import dev.parley.text.SafeText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words that are looked for, regardless of case and accents. Immutable. */
public final class Needles {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final List<String> words;

    /** Clusters {@code from} to before {@code to} of a text. */
    public record Hit(int from, int to) {}

    public Needles(String typed) {
        words = Stream.of(plain(typed).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether {@code text} has all of them; never for none at all. */
    public boolean areIn(String text) {
        if (words.isEmpty()) {
            return false;
        }
        String plain = plain(text);
        for (String word : words) {
            if (!plain.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Where any of them stands in one row. */
    public List<Hit> in(SafeText row) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<Cluster> clusters = row.clusters();
        StringBuilder plain = new StringBuilder();
        List<Integer> clusterOf = new ArrayList<>();
        for (int i = 0; i < clusters.size(); i++) {
            plain.append(plain(clusters.get(i).text()));
            while (clusterOf.size() < plain.length()) {
                clusterOf.add(i);
            }
        }
        List<Hit> hits = new ArrayList<>();
        for (String word : words) {
            for (int at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length())) {
                hits.add(new Hit(clusterOf.get(at), clusterOf.get(at + word.length() - 1) + 1));
            }
        }
        return hits;
    }

    /** As it is compared: decomposed, without marks, in lower case. */
    private static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
            }
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
