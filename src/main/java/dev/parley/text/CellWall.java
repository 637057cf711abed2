package dev.parley.text;

/**
 * The second wall (RELIABILITY.md 3.1): what stands right before the terminal asks it about every cell. It shares the table
 * with {@link Sanitizer}, but none of its decisions.
 */
public final class CellWall {
    /** Characters: 32 code points, as many as a cluster may have. */
    private static final int LONGEST = 64;

    private CellWall() {}

    /**
     * Whether nothing in it can be more than a picture in its cell: it does not begin with a mark, which would be drawn on
     * the cell before it, and is not too long; no control, separator, surrogate, private or unassigned character, and none
     * that is invisible but an emoji selector, a joiner between emoji and a joiner after a
     * letter of a script that is written with them. Nothing is safe.
     */
    public static boolean isSafe(String cluster) {
        if (cluster.length() == 1 && Cluster.isPlainAscii(cluster.charAt(0))) {
            return true;
        }
        if (cluster.length() > LONGEST) {
            return false;
        }
        int base = UnicodeTable.OTHER;
        for (int at = 0; at < cluster.length(); ) {
            boolean first = at == 0;
            int codePoint = cluster.codePointAt(at);
            at += Character.charCount(codePoint);
            int flags = UnicodeTable.of(codePoint);
            if (codePoint == Signs.ZWJ || codePoint == Signs.ZWNJ) {
                if (!isJoiner(codePoint, base, cluster, at)) {
                    return false;
                }
            } else if (codePoint != Signs.EMOJI_SELECTOR && !isVisible(flags)
                    || first && isDrawnOnWhatComesBefore(flags)) {
                return false;
            } else if (first || !UnicodeTable.isMark(flags) && !Signs.isSkinTone(codePoint)) {
                base = flags;
            }
        }
        return true;
    }

    /** A spacing mark takes a column of its own. */
    private static boolean isDrawnOnWhatComesBefore(int flags) {
        return (flags & UnicodeTable.KIND) == UnicodeTable.KIND_MARK;
    }

    private static boolean isJoiner(int codePoint, int base, String cluster, int next) {
        if ((base & UnicodeTable.JOINABLE) != 0) {
            return true;
        }
        return codePoint == Signs.ZWJ
                && (base & UnicodeTable.PICTOGRAPH) != 0
                && next < cluster.length()
                && (UnicodeTable.of(cluster.codePointAt(next)) & UnicodeTable.PICTOGRAPH) != 0;
    }

    private static boolean isVisible(int flags) {
        return (flags & UnicodeTable.IGNORABLE) == 0
                && switch (flags & UnicodeTable.KIND) {
                    case UnicodeTable.KIND_VISIBLE,
                            UnicodeTable.KIND_MARK,
                            UnicodeTable.KIND_SPACING_MARK,
                            UnicodeTable.KIND_SPACE -> true;
                    default -> false;
                };
    }
}
