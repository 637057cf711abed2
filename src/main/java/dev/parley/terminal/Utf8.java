package dev.parley.terminal;

/** Puts code points together from bytes that may come in any number of reads. RFC 3629; wrong bytes become U+FFFD. */
final class Utf8 {
    static final int MORE = -1;
    static final int REPLACEMENT = 0xFFFD;

    private int codePoint;
    private int missing;
    private int smallest;

    /** Whether a character has begun and is not complete. */
    boolean isOpen() {
        return missing > 0;
    }

    static boolean isContinuation(int b) {
        return (b & 0xC0) == 0x80;
    }

    /** Gives up what has begun. */
    void reset() {
        missing = 0;
    }

    /** A code point, or {@link #MORE}. While {@link #isOpen} only continuation bytes may come. */
    int take(int b) {
        if (missing > 0) {
            codePoint = codePoint << 6 | b & 0x3F;
            return --missing > 0 ? MORE : complete();
        }
        if (b < 0x80) {
            return b;
        }
        if (b >= 0xC2 && b <= 0xDF) {
            return begin(1, b & 0x1F, 0x80);
        }
        if (b >= 0xE0 && b <= 0xEF) {
            return begin(2, b & 0x0F, 0x800);
        }
        return b >= 0xF0 && b <= 0xF4 ? begin(3, b & 0x07, 0x10000) : REPLACEMENT;
    }

    private int begin(int more, int bits, int atLeast) {
        missing = more;
        codePoint = bits;
        smallest = atLeast;
        return MORE;
    }

    private int complete() {
        boolean surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
        return codePoint < smallest || codePoint > 0x10FFFF || surrogate ? REPLACEMENT : codePoint;
    }
}
