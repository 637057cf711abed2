package dev.parley.text;

/** Extended grapheme clusters (UAX 29, Unicode 16) in raw text, for editing. Indices are UTF-16. */
public final class Graphemes {
    private enum Bond {
        NONE,
        YES,
        /** Only what stands further back can tell: flags, emoji sequences, conjuncts. */
        LOOK_BACK
    }

    private Graphemes() {}

    /**
     * Where the cluster that begins at {@code from} ends; {@code text.length()} at the end. Takes time by the length of
     * the cluster.
     */
    public static int next(CharSequence text, int from) {
        int length = text.length();
        if (from >= length) {
            return length;
        }
        int codePoint = Character.codePointAt(text, from);
        int at = from + Character.charCount(codePoint);
        if (codePoint < 0x300 && codePoint != '\r' && (at == length || text.charAt(at) < 0x300)) {
            return at; // nothing below U+0300 extends a cluster
        }
        int left = UnicodeTable.of(codePoint);
        Tail tail = new Tail();
        tail.add(left);
        while (at < length) {
            codePoint = Character.codePointAt(text, at);
            int right = UnicodeTable.of(codePoint);
            Bond bond = bond(left, right);
            if (bond == Bond.NONE || bond == Bond.LOOK_BACK && !tail.takes(right)) {
                return at;
            }
            tail.add(right);
            left = right;
            at += Character.charCount(codePoint);
        }
        return at;
    }

    /**
     * Where the cluster that ends at {@code from} begins; 0 at the start. Takes time by the length of the cluster, in a
     * row of flags by the length of the row.
     */
    public static int previous(CharSequence text, int from) {
        int start = Math.min(from, text.length());
        if (start <= 0) {
            return 0;
        }
        int codePoint = Character.codePointBefore(text, start);
        start -= Character.charCount(codePoint);
        int right = UnicodeTable.of(codePoint);
        while (start > 0) {
            codePoint = Character.codePointBefore(text, start);
            int left = UnicodeTable.of(codePoint);
            if (bond(left, right) == Bond.NONE) {
                break;
            }
            start -= Character.charCount(codePoint);
            right = left;
        }
        int end = next(text, start);
        while (end < from && end < text.length()) {
            start = end;
            end = next(text, start);
        }
        return start;
    }

    /** Rules GB3 to GB13 of UAX 29 as far as two neighbours decide them. */
    private static Bond bond(int left, int right) {
        int before = left & UnicodeTable.BREAK;
        int after = right & UnicodeTable.BREAK;
        if (before == UnicodeTable.CR && after == UnicodeTable.LF) {
            return Bond.YES;
        }
        if (isControl(before) || isControl(after)) {
            return Bond.NONE;
        }
        boolean extension = after == UnicodeTable.EXTEND || after == UnicodeTable.ZWJ || after == UnicodeTable.SPACING;
        if (extension || before == UnicodeTable.PREPEND || isSyllable(before, after)) {
            return Bond.YES;
        }
        boolean flag = before == UnicodeTable.REGIONAL && after == UnicodeTable.REGIONAL;
        boolean sequence = before == UnicodeTable.ZWJ && (right & UnicodeTable.PICTOGRAPH) != 0;
        int conjunct = left & UnicodeTable.CONJUNCT;
        boolean conjoined = (right & UnicodeTable.CONJUNCT) == UnicodeTable.CONJUNCT_CONSONANT
                && (conjunct == UnicodeTable.CONJUNCT_LINKER || conjunct == UnicodeTable.CONJUNCT_EXTEND);
        return flag || sequence || conjoined ? Bond.LOOK_BACK : Bond.NONE;
    }

    private static boolean isControl(int property) {
        return property == UnicodeTable.CONTROL || property == UnicodeTable.CR || property == UnicodeTable.LF;
    }

    private static boolean isSyllable(int before, int after) {
        return switch (before) {
            case UnicodeTable.HANGUL_L ->
                after == UnicodeTable.HANGUL_L
                        || after == UnicodeTable.HANGUL_V
                        || after == UnicodeTable.HANGUL_LV
                        || after == UnicodeTable.HANGUL_LVT;
            case UnicodeTable.HANGUL_LV, UnicodeTable.HANGUL_V ->
                after == UnicodeTable.HANGUL_V || after == UnicodeTable.HANGUL_T;
            case UnicodeTable.HANGUL_LVT, UnicodeTable.HANGUL_T -> after == UnicodeTable.HANGUL_T;
            default -> false;
        };
    }

    /** What GB9c, GB11 and GB12 need to know of the cluster so far. */
    private static final class Tail {
        private boolean oddRegional;
        private boolean pictograph;
        private boolean pictographJoined;
        private boolean consonant;
        private boolean linked;

        void add(int flags) {
            int property = flags & UnicodeTable.BREAK;
            oddRegional = property == UnicodeTable.REGIONAL && !oddRegional;
            pictographJoined = pictograph && property == UnicodeTable.ZWJ;
            pictograph = (flags & UnicodeTable.PICTOGRAPH) != 0 || pictograph && property == UnicodeTable.EXTEND;
            switch (flags & UnicodeTable.CONJUNCT) {
                case UnicodeTable.CONJUNCT_CONSONANT -> {
                    consonant = true;
                    linked = false;
                }
                case UnicodeTable.CONJUNCT_LINKER -> linked = consonant;
                case UnicodeTable.CONJUNCT_EXTEND -> {}
                default -> {
                    consonant = false;
                    linked = false;
                }
            }
        }

        boolean takes(int flags) {
            return (flags & UnicodeTable.BREAK) == UnicodeTable.REGIONAL && oddRegional
                    || (flags & UnicodeTable.PICTOGRAPH) != 0 && pictographJoined
                    || (flags & UnicodeTable.CONJUNCT) == UnicodeTable.CONJUNCT_CONSONANT && linked;
        }
    }
}
