package dev.parley.text;

/** Digits as people type them: those of ASCII, full-width ones, and the Arabic and Devanagari ones. */
final class Digits {
    private static final char[] ZEROS = {'0', '\u0660', '\u06F0', '\u0966', '\uFF10'};

    private Digits() {}

    /** 0 to 9; -1 for what is no digit. */
    static int value(char c) {
        for (char zero : ZEROS) {
            if (c >= zero && c <= zero + 9) {
                return c - zero;
            }
        }
        return -1;
    }

    static boolean isDigit(char c) {
        return value(c) >= 0;
    }

    static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** A letter or digit, as far as it matters to what stands on its own. */
    static boolean isWord(char c) {
        return isAsciiLetter(c) || isDigit(c) || c == '_';
    }

    static boolean isWordAt(String text, int at) {
        return at >= 0 && at < text.length() && isWord(text.charAt(at));
    }
}
