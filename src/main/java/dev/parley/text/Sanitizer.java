package dev.parley.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The one door from raw text to {@link SafeText}. RELIABILITY.md 3.1 and 3.2. Immutable: any thread.
 *
 * <p>Takes time by the length of the text. Making safe what is safe already changes no character (but what was our own sign
 * is then content).
 */
public final class Sanitizer {
    /** For terminals (nearly all) that draw East Asian Ambiguous characters in one column. */
    public static final Sanitizer NARROW = new Sanitizer(false);

    /** For terminals that draw them in two ({@code --ambiguous wide}). */
    public static final Sanitizer WIDE = new Sanitizer(true);

    private final boolean ambiguousWide;

    private Sanitizer(boolean ambiguousWide) {
        this.ambiguousWide = ambiguousWide;
    }

    /** For one-line fields: line breaks become {@code ⏎} between two blanks. */
    public SafeText line(String raw) {
        if (isPlain(raw, 0, raw.length())) {
            return plain(raw, 0, raw.length());
        }
        Cells cells = new Cells(ambiguousWide);
        LineFilter filter = new LineFilter(cells);
        for (int from = 0; ; ) {
            int to = lineEnd(raw, from);
            filter.line(raw, from, to);
            if (to == raw.length()) {
                return cells.take();
            }
            cells.blank();
            cells.sign(Signs.NEW_LINE);
            cells.blank();
            from = afterBreak(raw, to);
        }
    }

    /** For bodies: one element a line; at least one element. CR LF, CR, LF, U+0085, U+2028 and U+2029 break lines. */
    public List<SafeText> block(String raw) {
        Cells cells = new Cells(ambiguousWide);
        LineFilter filter = new LineFilter(cells);
        List<SafeText> lines = new ArrayList<>();
        for (int from = 0; ; ) {
            int to = lineEnd(raw, from);
            if (isPlain(raw, from, to)) {
                lines.add(plain(raw, from, to));
            } else {
                filter.line(raw, from, to);
                lines.add(cells.take());
            }
            if (to == raw.length()) {
                return List.copyOf(lines);
            }
            from = afterBreak(raw, to);
        }
    }

    /**
     * How many characters of {@code raw} nobody will see, as they were left out: zero-width, tags, selectors, joiners that
     * join nothing. Marks beyond the fourth on a letter are not counted.
     */
    public int hidden(String raw) {
        Cells cells = new Cells(ambiguousWide);
        LineFilter filter = new LineFilter(cells);
        for (int from = 0; ; ) {
            int to = lineEnd(raw, from);
            if (!isPlain(raw, from, to)) {
                filter.line(raw, from, to);
                cells.take();
            }
            if (to == raw.length()) {
                return filter.hidden();
            }
            from = afterBreak(raw, to);
        }
    }

    private static boolean isPlain(String raw, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Cluster.isPlainAscii(raw.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static SafeText plain(String raw, int from, int to) {
        if (from == to) {
            return SafeText.EMPTY;
        }
        Cluster[] clusters = new Cluster[to - from];
        for (int i = from; i < to; i++) {
            clusters[i - from] = Cluster.ascii(raw.charAt(i));
        }
        return new SafeText(List.of(clusters));
    }

    private static int lineEnd(String raw, int from) {
        int at = from;
        while (at < raw.length() && !isBreak(raw.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static int afterBreak(String raw, int at) {
        boolean pair = raw.charAt(at) == '\r' && at + 1 < raw.length() && raw.charAt(at + 1) == '\n';
        return pair ? at + 2 : at + 1;
    }
}
