package dev.parley.fuzz;

import dev.parley.text.CellWall;
import dev.parley.text.Cluster;
import dev.parley.text.Graphemes;
import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;
import dev.parley.text.Wrap;
import java.util.List;
import java.util.stream.Collectors;

/** Untrusted text made safe, and broken into rows. */
final class TextFuzz {
    private TextFuzz() {}

    /** It passes the second wall, and made safe twice is made safe once. */
    static void sanitize(byte[] input) {
        String raw = Raw.text(input);
        graphemes(raw);
        for (Sanitizer sanitizer : List.of(Sanitizer.NARROW, Sanitizer.WIDE)) {
            SafeText line = sanitizer.line(raw);
            safe(line);
            Found.unless(sanitizer.line(line.toString()).toString().equals(line.toString()), "a line changes again");
            List<SafeText> block = sanitizer.block(raw);
            Found.unless(!block.isEmpty(), "a block without a line");
            block.forEach(TextFuzz::safe);
            String once = joined(block);
            Found.unless(joined(sanitizer.block(once)).equals(once), "a block changes again");
            Found.unless(sanitizer.hidden(raw) >= 0, "hides less than nothing");
        }
    }

    /** Rows fit, and lose nothing but blanks. */
    static void wrap(byte[] input) {
        if (input.length == 0) {
            return;
        }
        int columns = input[0];
        byte[] rest = new byte[input.length - 1];
        System.arraycopy(input, 1, rest, 0, rest.length);
        SafeText line = Sanitizer.NARROW.line(Raw.text(rest));
        List<Wrap.Row> rows = Wrap.rows(line, columns);
        int room = Math.max(1, columns);
        int at = 0;
        for (Wrap.Row row : rows) {
            Found.unless(row.from() >= at && row.to() >= row.from(), "rows out of order: " + rows);
            Found.unless(line.part(at, row.from()).isBlank(), "lost between rows: " + line.part(at, row.from()));
            SafeText part = line.part(row.from(), row.to());
            Found.unless(part.width() <= room || part.clusters().size() == 1, "too wide for " + room + ": " + part);
            at = row.to();
        }
        Found.unless(!rows.isEmpty(), "no row");
        Found.unless(line.part(at, line.clusters().size()).isBlank(), "lost at the end");
    }

    private static void safe(SafeText line) {
        int width = 0;
        for (Cluster cluster : line.clusters()) {
            Found.unless(CellWall.isSafe(cluster.text()), "not safe: " + codePoints(cluster.text()));
            Found.unless(cluster.width() == 1 || cluster.width() == 2, "a cluster of width " + cluster.width());
            width += cluster.width();
        }
        Found.unless(width == line.width(), "widths that do not add up");
    }

    private static void graphemes(String raw) {
        for (int at = 0; at < raw.length(); ) {
            int next = Graphemes.next(raw, at);
            Found.unless(next > at && next <= raw.length(), "no step forward at " + at);
            Found.unless(Graphemes.previous(raw, next) < next, "no step back from " + next);
            at = next;
        }
    }

    private static String joined(List<SafeText> block) {
        return block.stream().map(SafeText::toString).collect(Collectors.joining("\n"));
    }

    private static String codePoints(String text) {
        return text.codePoints().mapToObj("U+%04X"::formatted).collect(Collectors.joining(" "));
    }
}
