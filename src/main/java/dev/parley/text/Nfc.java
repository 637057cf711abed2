package dev.parley.text;

import java.text.Normalizer;

/**
 * Normalization Form C (UAX 15), the same on every JDK. The normalization of text of one Unicode version never changes in
 * a later one (stability policy), but characters that a JDK does not know yet are left alone by it: JDK 17 would keep what
 * JDK 25 composes. So only runs of characters of Unicode 13, JDK 17's, are handed to the JDK; newer characters stay as
 * they came and end a run.
 *
 * <p>The JDK sorts marks in time quadratic in their number: the caller limits how many follow one another.
 */
final class Nfc {
    private Nfc() {}

    static String of(CharSequence text) {
        StringBuilder composed = new StringBuilder(text.length());
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = Character.codePointAt(text, at);
            int end = at + Character.charCount(codePoint);
            if ((UnicodeTable.of(codePoint) & UnicodeTable.RECENT) != 0) {
                composed.append(run(text, start, at)).appendCodePoint(codePoint);
                start = end;
            }
            at = end;
        }
        return composed.append(run(text, start, at)).toString();
    }

    private static CharSequence run(CharSequence text, int start, int end) {
        return Normalizer.normalize(text.subSequence(start, end), Normalizer.Form.NFC);
    }
}
