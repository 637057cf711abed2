package dev.parley.terminal;

import dev.parley.fuzz.Found;
import dev.parley.fuzz.Raw;
import dev.parley.text.CellWall;
import dev.parley.text.Cluster;
import dev.parley.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Text that nobody made safe, drawn: the second wall stands alone. */
public final class WallFuzz {
    private static final int COLUMNS = 60;
    private static final int ROWS = 3;

    private WallFuzz() {}

    /** Nothing throws, and what leaves is what would leave had a question mark stood there from the start. */
    public static void draw(byte[] input, Wall wall) {
        SafeText unsafe = SafeTexts.byHand(Raw.text(input));
        SafeText marked = SafeTexts.ofClusters(
                unsafe.clusters().stream().map(WallFuzz::marked).toList());
        marked.clusters().forEach(WallFuzz::harmless);
        for (int column : List.of(0, COLUMNS - 3, -1)) {
            byte[] written = drawn(unsafe, column, wall);
            Found.unless(
                    Arrays.equals(written, drawn(marked, column, Wall.CELLS)),
                    "more than cells: " + visible(new String(written, StandardCharsets.UTF_8)));
        }
    }

    private static byte[] drawn(SafeText text, int column, Wall wall) {
        FrameWriter frames = new FrameWriter(ColorMode.TRUE, true, Repertoire.UTF_8, wall);
        CellGrid grid = new CellGrid(COLUMNS, ROWS);
        int end = new CellGraphics(grid).put(column, 1, text, Style.PLAIN);
        return frames.write(new Frame(grid, Math.min(end, COLUMNS - 1), 1, false, text), false);
    }

    private static Cluster marked(Cluster cluster) {
        return CellWall.isSafe(cluster.text())
                ? cluster
                : new Cluster(cluster.width() == 2 ? "? " : "?", cluster.width(), false, cluster.uncertain());
    }

    /** By what the JDK knows of characters, so that a mistake in our own table is seen. */
    private static void harmless(Cluster cluster) {
        cluster.text().codePoints().forEach(c -> {
            boolean harmful = switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> true;
                // The joiners within emoji and some scripts.
                case Character.FORMAT -> c != 0x200C && c != 0x200D;
                default -> false;
            };
            Found.unless(!harmful, "the wall lets U+%04X pass".formatted(c));
        });
    }

    private static String visible(String written) {
        return written.replace("\033", "^[");
    }
}
