package dev.parley.text;

import java.util.Locale;

/** Code points that the room knows by name, and how those that are not safe to show are spelt. */
final class Signs {
    static final int ZWNJ = 0x200C;
    static final int ZWJ = 0x200D;
    /** Asks for the coloured form of the emoji before it. */
    static final int EMOJI_SELECTOR = 0xFE0F;

    static final int KEYCAP = 0x20E3;
    /** Carries marks that have nothing else to stand on. */
    static final int DOTTED_CIRCLE = 0x25CC;

    static final int OBJECT_REPLACEMENT = 0xFFFC;
    static final String REPLACEMENT = "\uFFFD";
    static final String NEW_LINE = "\u23CE";

    private Signs() {}

    /** {@code ^[} for U+001B, {@code ^?} for U+007F, {@code <U+202E>} for what is not ASCII. */
    static String spell(int codePoint) {
        if (codePoint <= 0x7F) {
            return "^" + (char) (codePoint ^ 0x40);
        }
        String hex = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        return "<U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex + ">";
    }

    /** Embeddings, overrides and isolates: they reorder what stands around them. */
    static boolean reorders(int codePoint) {
        return codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
    }

    static boolean isSkinTone(int codePoint) {
        return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    }

    static boolean isKeycapBase(int codePoint) {
        return codePoint >= '0' && codePoint <= '9' || codePoint == '#' || codePoint == '*';
    }
}
