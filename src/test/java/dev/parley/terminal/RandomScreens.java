package dev.parley.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import dev.parley.text.SafeText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Frames that follow each other as a seed has it: words, wide and joined clusters, blanks, styles, moved cursors. */
final class RandomScreens {
    private record Sample(String text, int width, boolean uncertain) {}

    private static final List<Sample> CLUSTERS = List.of(
            new Sample("a", 1, false),
            new Sample("z", 1, false),
            new Sample(" ", 1, false),
            new Sample("é", 1, false),
            new Sample("Ж", 1, false),
            new Sample("│", 1, false),
            new Sample("漢", 2, false),
            new Sample("字", 2, false),
            new Sample("😀", 2, true),
            new Sample("e\u0301", 1, true),
            new Sample("👨‍👩‍👧", 2, true),
            new Sample("🇩🇪", 2, true),
            new Sample("❤\uFE0F", 2, true),
            new Sample("👍🏽", 2, true));

    private final Random random;
    private final List<Style> styles = new ArrayList<>();
    private final CellGrid grid;

    RandomScreens(long seed) {
        random = new Random(seed);
        grid = new CellGrid(1 + random.nextInt(50), 1 + random.nextInt(8));
        styles.add(Style.PLAIN);
        for (int i = 0; i < 5; i++) {
            styles.add(new Style(color(), color(), modifiers()));
        }
    }

    int columns() {
        return grid.columns();
    }

    int rows() {
        return grid.rows();
    }

    Frame next() {
        int changes = random.nextInt(random.nextInt(8) == 0 ? 60 : 4);
        for (int i = 0; i < changes; i++) {
            change();
        }
        boolean hidden = random.nextInt(6) == 0;
        int column = hidden ? -1 : random.nextInt(columns());
        return new Frame(grid.copy(), column, random.nextInt(rows()), random.nextInt(12) == 0, SafeText.EMPTY);
    }

    private void change() {
        int row = random.nextInt(rows());
        int column = random.nextInt(columns());
        Style style = styles.get(random.nextInt(styles.size()));
        if (random.nextInt(3) == 0) {
            grid.blank(column, row, random.nextInt(columns() + 1), style);
            return;
        }
        int count = 1 + random.nextInt(10);
        for (int i = 0; i < count; i++) {
            Sample sample = CLUSTERS.get(random.nextInt(random.nextBoolean() ? 3 : CLUSTERS.size()));
            grid.put(column, row, sample.text(), sample.width(), sample.uncertain(), style);
            column += sample.width();
        }
    }

    private TextColor color() {
        return switch (random.nextInt(4)) {
            case 0 -> TextColor.ANSI.values()[random.nextInt(TextColor.ANSI.values().length)];
            case 1 -> new TextColor.Indexed(random.nextInt(256));
            case 2 -> new TextColor.RGB(random.nextInt(256), random.nextInt(256), random.nextInt(256));
            default -> TextColor.ANSI.DEFAULT;
        };
    }

    private Set<SGR> modifiers() {
        Set<SGR> modifiers = EnumSet.noneOf(SGR.class);
        for (SGR modifier : List.of(SGR.BOLD, SGR.REVERSE, SGR.UNDERLINE, SGR.ITALIC)) {
            if (random.nextInt(4) == 0) {
                modifiers.add(modifier);
            }
        }
        return modifiers;
    }
}
