package dev.parley.text;

/**
 * One grapheme cluster (UAX 29) that is safe to put into a terminal cell; or the part of one that fits into a cell, where
 * terminals would give the whole more than two columns (conjuncts, floods of Hangul letters or skin tones).
 *
 * @param width columns: 1 or 2. Where terminals disagree it is the larger answer: a cell too many is a gap, a cell too few
 *     cuts the character
 * @param mark whether it is our own sign for something that was not safe to show, e.g. {@code ^[}
 * @param uncertain whether terminals disagree about the width (joined emoji, skin tones, emoji selectors, keycaps, flags,
 *     more than one spacing character, characters newer than Unicode 13): what follows has to be placed by address. East
 *     Asian Ambiguous characters are not, as {@link Sanitizer#WIDE} settles them
 */
public record Cluster(String text, int width, boolean mark, boolean uncertain) {
    private static final Cluster[] ASCII = ascii(false);
    private static final Cluster[] ASCII_MARKS = ascii(true);

    static final Cluster BLANK = ascii(' ');

    public Cluster {
        if (width < 1 || width > 2) {
            throw new IllegalArgumentException("a cluster takes 1 or 2 columns, not " + width);
        }
    }

    public Cluster(String text, int width, boolean mark) {
        this(text, width, mark, false);
    }

    /** Whether it is a plain space that is not our own sign. */
    public boolean isBlank() {
        return this == BLANK || equals(BLANK);
    }

    /** {@code character} from U+0020 to U+007E. */
    static Cluster ascii(char character) {
        return ASCII[character - ' '];
    }

    /** As {@link #ascii}, as a part of our own sign. */
    static Cluster asciiMark(char character) {
        return ASCII_MARKS[character - ' '];
    }

    static boolean isPlainAscii(char character) {
        return character >= ' ' && character <= '~';
    }

    private static Cluster[] ascii(boolean mark) {
        Cluster[] all = new Cluster['~' - ' ' + 1];
        for (char c = ' '; c <= '~'; c++) {
            all[c - ' '] = new Cluster(String.valueOf(c), 1, mark, false);
        }
        return all;
    }
}
