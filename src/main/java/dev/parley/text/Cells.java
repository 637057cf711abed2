package dev.parley.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts filtered text in NFC into clusters, caps and measures them (RELIABILITY.md 3.2: at most 4 marks on a base, at most
 * 32 code points). Used by one call of the sanitiser.
 */
final class Cells {
    private static final int MARKS_ON_A_BASE = 4;
    /** A base may bring selector, skin tone, four marks and a joiner along, and 32 is the most. */
    private static final int CODE_POINTS_BEFORE_A_BASE = 24;

    private static final int MEMORY = 256;

    private final boolean ambiguousWide;
    private List<Cluster> clusters = new ArrayList<>();

    /** Clusters of one code point met lately: a long text in one script is made of few. */
    private @Nullable Cluster @Nullable [] memory;

    // The cluster that is being put together.
    private final StringBuilder piece = new StringBuilder();
    private int pieceFlags;
    private int codePoints;
    private int columns;
    private int marks;
    private boolean afterPictograph;
    private boolean uncertain;

    /** The code point put in last, 0 at the start of a piece. */
    private int last;

    Cells(boolean ambiguousWide) {
        this.ambiguousWide = ambiguousWide;
    }

    /** What was put in since the last time. */
    SafeText take() {
        if (clusters.isEmpty()) {
            return SafeText.EMPTY;
        }
        SafeText taken = new SafeText(clusters);
        clusters = new ArrayList<>();
        return taken;
    }

    void blank() {
        clusters.add(Cluster.BLANK);
    }

    /** Our own sign for something that is not safe to show. */
    void sign(String sign) {
        for (int i = 0; i < sign.length(); i++) {
            char c = sign.charAt(i);
            clusters.add(
                    Cluster.isPlainAscii(c)
                            ? Cluster.asciiMark(c)
                            : new Cluster(String.valueOf(c), width(UnicodeTable.of(c)), true, false));
        }
    }

    /** Content. Holds nothing unsafe, no line break, and does not begin with a mark. */
    void text(String text) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Cluster.isPlainAscii(c) && (at + 1 == text.length() || text.charAt(at + 1) < 0x300)) {
                clusters.add(Cluster.ascii(c));
                at++;
                continue;
            }
            int end = Graphemes.next(text, at);
            int codePoint = text.codePointAt(at);
            if (at + Character.charCount(codePoint) == end) {
                clusters.add(single(codePoint));
            } else {
                compound(text, at, end);
            }
            at = end;
        }
    }

    private Cluster single(int codePoint) {
        if (memory == null) {
            memory = new Cluster[MEMORY];
        }
        Cluster known = memory[codePoint % MEMORY];
        if (known != null && known.text().codePointAt(0) == codePoint) {
            return known;
        }
        int flags = UnicodeTable.of(codePoint);
        Cluster made =
                new Cluster(Character.toString(codePoint), width(flags), false, (flags & UnicodeTable.UNCERTAIN) != 0);
        memory[codePoint % MEMORY] = made;
        return made;
    }

    private int width(int flags) {
        boolean wide = (flags & UnicodeTable.WIDE) != 0 || ambiguousWide && (flags & UnicodeTable.AMBIGUOUS) != 0;
        return wide ? 2 : 1;
    }

    private void compound(String text, int from, int to) {
        boolean split = false;
        int first = clusters.size();
        for (int at = from; at < to; ) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            int flags = UnicodeTable.of(codePoint);
            if (codePoint == Signs.ZWJ && afterPictograph && !joins(text, at, to)) {
                continue;
            }
            if (UnicodeTable.isMark(flags) && codePoint != Signs.EMOJI_SELECTOR && ++marks > MARKS_ON_A_BASE) {
                continue;
            }
            if (codePoints > 0 && !attaches(codePoint, flags)) {
                split = true;
                finish();
            }
            put(codePoint, flags);
        }
        finish();
        for (int i = first; split && i < clusters.size(); i++) {
            Cluster part = clusters.get(i);
            clusters.set(i, new Cluster(part.text(), part.width(), false, true));
        }
    }

    /** Whether the emoji joiner before {@code at} has something to join, and room for it. */
    private boolean joins(String text, int at, int to) {
        return at < to
                && (UnicodeTable.of(text.codePointAt(at)) & UnicodeTable.PICTOGRAPH) != 0
                && codePoints <= CODE_POINTS_BEFORE_A_BASE;
    }

    /** Whether it goes into the cell of what stands before it in its cluster, for terminals that do not know clusters. */
    private boolean attaches(int codePoint, int flags) {
        if (UnicodeTable.isMark(flags) || codePoint == Signs.ZWJ || codePoint == Signs.ZWNJ) {
            return true;
        }
        if (Signs.isSkinTone(codePoint)) {
            return afterPictograph && !Signs.isSkinTone(last);
        }
        if ((flags & UnicodeTable.PICTOGRAPH) != 0 && last == Signs.ZWJ) {
            return true;
        }
        return switch (flags & UnicodeTable.BREAK) {
            case UnicodeTable.REGIONAL -> codePoints == 1 && (pieceFlags & UnicodeTable.BREAK) == UnicodeTable.REGIONAL;
            case UnicodeTable.HANGUL_V, UnicodeTable.HANGUL_T -> codePoints <= CODE_POINTS_BEFORE_A_BASE;
            case UnicodeTable.EXTEND, UnicodeTable.SPACING -> columns + width(flags) <= 2;
            default ->
                (UnicodeTable.of(last) & UnicodeTable.BREAK) == UnicodeTable.PREPEND && columns + width(flags) <= 2;
        };
    }

    private void put(int codePoint, int flags) {
        boolean joiner = codePoint == Signs.ZWJ || codePoint == Signs.ZWNJ;
        boolean mark = UnicodeTable.isMark(flags);
        int property = flags & UnicodeTable.BREAK;
        boolean selector = codePoint == Signs.EMOJI_SELECTOR;
        boolean emoji =
                selector || afterPictograph && Signs.isSkinTone(codePoint) || last == Signs.ZWJ && afterPictograph;
        if (codePoints == 0) {
            columns = width(flags);
            pieceFlags = flags;
        } else if (emoji) {
            columns = 2;
        } else if (!joiner && (flags & UnicodeTable.KIND) != UnicodeTable.KIND_MARK && !isInner(property)) {
            columns += width(flags);
            uncertain = true;
        }
        uncertain |= (flags & UnicodeTable.UNCERTAIN) != 0;
        if (!mark && !joiner) {
            marks = 0;
        }
        afterPictograph = (flags & UnicodeTable.PICTOGRAPH) != 0
                || afterPictograph && (selector || joiner || Signs.isSkinTone(codePoint));
        piece.appendCodePoint(codePoint);
        last = codePoint;
        codePoints++;
    }

    /** The second half of a flag and the vowel and tail of a Hangul syllable take no column of their own. */
    private static boolean isInner(int property) {
        return property == UnicodeTable.REGIONAL
                || property == UnicodeTable.HANGUL_V
                || property == UnicodeTable.HANGUL_T;
    }

    private void finish() {
        clusters.add(new Cluster(piece.toString(), Math.min(2, columns), false, uncertain));
        piece.setLength(0);
        codePoints = 0;
        columns = 0;
        marks = 0;
        last = 0;
        afterPictograph = false;
        uncertain = false;
    }
}
