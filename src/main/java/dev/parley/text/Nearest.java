package dev.parley.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that was probably meant. Pure. */
public final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /** The name with the fewest single-character edits to {@code wanted}: at most one for three characters, but one always. */
    public static Optional<String> of(String wanted, Collection<String> known) {
        if (wanted.length() > LONGEST) {
            return Optional.empty();
        }
        int best = Math.max(1, wanted.length() / 3) + 1;
        String found = null;
        for (String name : known) {
            int distance = distance(wanted, name);
            if (distance < best && distance < wanted.length()) {
                best = distance;
                found = name;
            }
        }
        return Optional.ofNullable(found);
    }

    /** The nearest one however far it is, where the person has to be told one of few; empty when there is none at all. */
    public static String to(String wanted, Collection<String> known) {
        String start = wanted.length() > LONGEST ? wanted.substring(0, LONGEST) : wanted;
        return known.stream()
                .min(Comparator.<String>comparingInt(candidate -> distance(start, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    /** Levenshtein's, with a swap of two neighbours as one edit. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
