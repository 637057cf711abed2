package dev.parley.ui.edit;

import dev.parley.text.Graphemes;

/** Cluster and word boundaries in raw text. Plain ASCII, which nearly all of it is, needs no look at the tables. */
final class Boundaries {
    private static final int ASCII_END = 0x80;

    private Boundaries() {}

    static int next(String text, int from) {
        if (from >= text.length()) {
            return text.length();
        }
        boolean alone = plain(text, from) && (from + 1 == text.length() || plain(text, from + 1));
        return alone ? from + 1 : Graphemes.next(text, from);
    }

    static int previous(String text, int from) {
        if (from <= 0) {
            return 0;
        }
        boolean alone = plain(text, from - 1) && (from == 1 || plain(text, from - 2));
        return alone ? from - 1 : Graphemes.previous(text, from);
    }

    /** The first boundary at or after {@code index}: an edit can join what stands on both sides of it. */
    static int snap(String text, int index) {
        if (index <= 0 || index >= text.length() || plain(text, index - 1) && plain(text, index)) {
            return Math.max(0, Math.min(index, text.length()));
        }
        int at = lineStart(text, index);
        while (at < index) {
            at = next(text, at);
        }
        return at;
    }

    static int lineStart(String text, int from) {
        return from <= 0 ? 0 : text.lastIndexOf('\n', from - 1) + 1;
    }

    static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    static int wordRight(String text, int from) {
        int at = from;
        while (at < text.length() && !inWord(text, at)) {
            at = next(text, at);
        }
        while (at < text.length() && inWord(text, at)) {
            at = next(text, at);
        }
        return at;
    }

    static int wordLeft(String text, int from) {
        int at = from;
        while (at > 0 && !inWord(text, previous(text, at))) {
            at = previous(text, at);
        }
        while (at > 0 && inWord(text, previous(text, at))) {
            at = previous(text, at);
        }
        return at;
    }

    /** Where the stretch without blanks begins that ends, blanks aside, at {@code from}. */
    static int blankLeft(String text, int from) {
        int at = from;
        while (at > 0 && isBlank(text.codePointBefore(at))) {
            at = previous(text, at);
        }
        while (at > 0 && !isBlank(text.codePointBefore(at))) {
            at = previous(text, at);
        }
        return at;
    }

    static boolean isBlank(int codePoint) {
        return codePoint <= ' '
                || codePoint == 0xA0
                || codePoint >= 0x2000 && codePoint <= 0x200B
                || codePoint == 0x3000;
    }

    private static boolean inWord(String text, int at) {
        int first = text.codePointAt(at);
        if (first < ASCII_END) {
            return first >= '0' && first <= '9'
                    || first >= 'a' && first <= 'z'
                    || first >= 'A' && first <= 'Z'
                    || first == '_';
        }
        return !isPunctuation(first);
    }

    /** By block: the JDK's character classes differ between its releases. */
    private static boolean isPunctuation(int codePoint) {
        return codePoint < 0xC0
                || codePoint >= 0x2000 && codePoint <= 0x206F
                || codePoint >= 0x3000 && codePoint <= 0x303F
                || codePoint >= 0xFF00 && codePoint <= 0xFF0F;
    }

    /** CR is left to the tables, because it joins with the LF after it. */
    private static boolean plain(String text, int at) {
        char unit = text.charAt(at);
        return unit < ASCII_END && unit != '\r';
    }
}
