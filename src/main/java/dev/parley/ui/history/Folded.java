package dev.parley.ui.history;

import dev.parley.text.Graphemes;
import dev.parley.text.SafeText;
import dev.parley.text.Wrap;
import java.util.ArrayList;
import java.util.List;

/**
 * A text in rows, and how many more there would be. Beyond 16 KB the number is an estimate, so that a text of a megabyte
 * costs no more than its first page. Each time more is asked for, four times as much is shown.
 */
record Folded(List<SafeText> rows, long more) {
    private static final int MOST_ROWS = 200;
    private static final int MOST_CHARACTERS = 16 * 1024;
    /** The service takes less than this would be: 64 MB. */
    private static final int MOST_TIMES = 6;

    /** @param unfolded how often more was asked for */
    static Folded of(String raw, int columns, HistoryStyle style, int unfolded) {
        int times = 1 << 2 * Math.min(unfolded, MOST_TIMES);
        int mostRows = MOST_ROWS * times;
        int mostCharacters = MOST_CHARACTERS * times;
        int end = raw.length() <= mostCharacters ? raw.length() : cut(raw, mostCharacters);
        List<SafeText> rows = new ArrayList<>();
        for (SafeText line : style.sanitizer().block(raw.substring(0, end))) {
            rows.addAll(Wrap.wrap(line, columns));
        }
        long more = Math.max(0, rows.size() - mostRows) + estimate(raw, end, columns);
        return new Folded(rows.size() > mostRows ? List.copyOf(rows.subList(0, mostRows)) : rows, more);
    }

    private static int cut(String raw, int most) {
        // A cluster may be longer than the limit itself: then it is cut after all.
        int at = Graphemes.previous(raw.substring(0, most), most);
        return at <= 0 ? most : at;
    }

    private static long estimate(String raw, int from, int columns) {
        long rows = 0;
        int line = from;
        while (line < raw.length()) {
            int end = raw.indexOf('\n', line);
            int stop = end < 0 ? raw.length() : end;
            rows += Math.max(1, (stop - line + columns - 1) / columns);
            line = stop + 1;
        }
        return rows;
    }
}
