package dev.parley.text;

/**
 * Decides for each code point of a line whether it is shown, spelt out or left out (RELIABILITY.md 3.2), and hands what is
 * left, composed, to {@link Cells}. Used by one call of the sanitiser.
 *
 * <p>Leaving out comes before composing: what stood between a letter and its accent must not keep them apart the first
 * time and let them compose the second.
 */
final class LineFilter {
    /** More than any language writes, few enough for {@link Nfc}; {@link Cells} leaves four. */
    private static final int MARKS_TO_COMPOSE = 30;

    private static final int TAB = 4;

    private final Cells cells;

    /** Content since the last sign of ours. */
    private final StringBuilder kept = new StringBuilder();

    private boolean composes;
    private int marks;
    private int hidden;

    /** Flags of the last code point kept that is no mark. */
    private int base;

    /** The last code point kept. */
    private int last;

    /** Whether {@code kept} ends with a pictograph, its selector, its skin tone or its joiner. */
    private boolean afterPictograph;

    /** Whether there was a joiner since {@code base}: a second one only plays games. */
    private boolean joined;

    /** Where the joiner or selector stands that stays only if what comes next needs it; -1 without. */
    private int pending = -1;

    LineFilter(Cells cells) {
        this.cells = cells;
    }

    /** How many code points were left out, so that nothing shows of them. */
    int hidden() {
        return hidden;
    }

    void line(String raw, int from, int to) {
        for (int at = from; at < to; ) {
            // A pair that the end of the line would cut cannot be: line breaks are no surrogates.
            int codePoint = raw.codePointAt(at);
            at += Character.charCount(codePoint);
            take(codePoint);
        }
        flush();
    }

    private void take(int codePoint) {
        if (codePoint >= ' ' && codePoint <= '~') {
            keep(codePoint, UnicodeTable.OTHER);
            return;
        }
        int flags = UnicodeTable.of(codePoint);
        if (codePoint == Signs.ZWJ || codePoint == Signs.ZWNJ) {
            joiner(codePoint);
        } else if (codePoint == Signs.EMOJI_SELECTOR) {
            selector();
        } else if (Signs.reorders(codePoint) || codePoint == Signs.OBJECT_REPLACEMENT) {
            sign(Signs.spell(codePoint));
        } else if ((flags & UnicodeTable.IGNORABLE) != 0) {
            hidden++;
        } else if (codePoint == '\t') {
            blanks(TAB);
        } else {
            switch (flags & UnicodeTable.KIND) {
                case UnicodeTable.KIND_SPACE -> blanks((flags & UnicodeTable.WIDE) != 0 ? 2 : 1);
                case UnicodeTable.KIND_MARK, UnicodeTable.KIND_SPACING_MARK -> mark(codePoint, flags);
                case UnicodeTable.KIND_SURROGATE -> sign(Signs.REPLACEMENT);
                case UnicodeTable.KIND_VISIBLE -> keep(codePoint, flags);
                default -> sign(Signs.spell(codePoint));
            }
        }
    }

    private void blanks(int count) {
        for (int i = 0; i < count; i++) {
            keep(' ', UnicodeTable.OTHER);
        }
    }

    private void keep(int codePoint, int flags) {
        boolean pictograph = (flags & UnicodeTable.PICTOGRAPH) != 0;
        settle(last == Signs.ZWJ && afterPictograph ? pictograph : (flags & base & UnicodeTable.JOINABLE) != 0);
        afterPictograph = pictograph || afterPictograph && Signs.isSkinTone(codePoint) && !Signs.isSkinTone(last);
        base = flags;
        joined = false;
        marks = 0;
        append(codePoint, flags);
    }

    private void mark(int codePoint, int flags) {
        // A joiner between letters waits for the next letter, whatever marks stand between; the rest does not.
        if (last == Signs.EMOJI_SELECTOR && pending >= 0) {
            settle(codePoint == Signs.KEYCAP);
        } else if (last == Signs.ZWJ && afterPictograph) {
            settle(false);
        }
        if (kept.length() == 0) {
            keep(Signs.DOTTED_CIRCLE, UnicodeTable.of(Signs.DOTTED_CIRCLE));
        }
        afterPictograph = false;
        boolean ownCluster = (flags & UnicodeTable.BREAK) == UnicodeTable.OTHER;
        marks = ownCluster ? 0 : marks + 1;
        if (marks <= MARKS_TO_COMPOSE) {
            append(codePoint, flags);
        }
    }

    private void joiner(int codePoint) {
        boolean inEmoji = codePoint == Signs.ZWJ && afterPictograph && last != Signs.ZWJ;
        boolean inWord = (base & UnicodeTable.JOINABLE) != 0 && !joined;
        if (inEmoji || inWord) {
            pending = kept.length();
            joined = true;
            append(codePoint, UnicodeTable.OTHER);
        } else {
            hidden++;
        }
    }

    private void selector() {
        boolean keycap = Signs.isKeycapBase(last);
        if (keycap || (UnicodeTable.of(last) & UnicodeTable.EMOJI) != 0) {
            pending = keycap ? kept.length() : -1;
            append(Signs.EMOJI_SELECTOR, UnicodeTable.OTHER);
        } else {
            hidden++;
        }
    }

    private void append(int codePoint, int flags) {
        composes |= (flags & UnicodeTable.COMPOSES) != 0;
        last = codePoint;
        kept.appendCodePoint(codePoint);
    }

    private void settle(boolean stays) {
        if (pending >= 0 && !stays) {
            kept.deleteCharAt(pending);
            hidden++;
        }
        pending = -1;
    }

    private void sign(String sign) {
        flush();
        cells.sign(sign);
    }

    private void flush() {
        settle(false);
        if (kept.length() > 0) {
            cells.text(composes ? Nfc.of(kept) : kept.toString());
            kept.setLength(0);
        }
        composes = false;
        marks = 0;
        base = UnicodeTable.OTHER;
        last = 0;
        afterPictograph = false;
        joined = false;
    }
}
