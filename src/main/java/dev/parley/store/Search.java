package dev.parley.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The question to SQLite's full-text index of three letters each, which finds at least all turns that hold the words
 * ({@link Words} then looks closer). Letters are quoted, so whatever is looked for is no part of the query's own language
 * (https://www.sqlite.org/fts5.html section 3).
 */
final class Search {
    /** Enough to narrow it down; an expression may not be endless. */
    private static final int MOST = 32;

    private Search() {}

    /** Text as it goes into the index: without what {@link #query} never asks for, and SQLite's text cannot hold. */
    static String indexed(String plain) {
        StringBuilder text = new StringBuilder(plain.length());
        plain.codePoints()
                .map(point -> point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                        ? ' '
                        : point)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    /** Empty when the words are too short for it. */
    static String query(List<String> words) {
        Set<String> letters = new LinkedHashSet<>();
        for (String word : words) {
            if (Raw.isText(word) && word.indexOf('\0') < 0) {
                int[] points = word.codePoints().toArray();
                for (int i = 0; i + 3 <= points.length && letters.size() < MOST; i++) {
                    letters.add(new String(points, i, 3));
                }
            }
        }
        return letters.stream()
                .map(three -> '"' + three.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(" AND "));
    }
}
