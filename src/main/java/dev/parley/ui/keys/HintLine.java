package dev.parley.ui.keys;

import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;
import dev.parley.ui.glyph.Glyphs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The line under the input that tells the most useful keys. */
public final class HintLine {
    /** The columns of " · " between two hints. */
    public static final int GAP = 3;

    private final Sanitizer sanitizer;
    private final Glyphs glyphs;

    /** "Enter" "send". */
    public record Part(SafeText key, SafeText label) {
        /** Columns, with the blank between key and label. */
        public int width() {
            return key.width() + 1 + label.width();
        }
    }

    public HintLine(Sanitizer sanitizer, Glyphs glyphs) {
        this.sanitizer = sanitizer;
        this.glyphs = glyphs;
    }

    /**
     * The hints of the actions that can be done now, in the order of the table: as many of the lowest ranks as fit, {@link #GAP}
     * columns between two of them.
     */
    public <C> List<Part> fit(Actions<C> actions, Mode mode, C on, int columns) {
        List<Action<C>> hinted = actions.all().stream()
                .filter(action -> action.hint().isPresent()
                        && action.mode().meets(mode)
                        && !actions.keysOf(action).isEmpty()
                        && action.whyOff().apply(on).isEmpty())
                .toList();
        List<Part> parts =
                hinted.stream().map(action -> part(actions, action)).toList();
        List<Integer> chosen = new ArrayList<>();
        int left = columns + GAP;
        List<Integer> byRank = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> rank(hinted.get(i))))
                .toList();
        for (int i : byRank) {
            int needed = parts.get(i).width() + GAP;
            if (needed <= left) {
                left -= needed;
                chosen.add(i);
            }
        }
        return chosen.stream().sorted().map(parts::get).toList();
    }

    private static int rank(Action<?> action) {
        return action.hint().map(Action.Hint::rank).orElse(Integer.MAX_VALUE);
    }

    private <C> Part part(Actions<C> actions, Action<C> action) {
        String label = action.hint().map(Action.Hint::label).orElse("");
        return new Part(key(actions.keysOf(action).get(0)), sanitizer.line(label));
    }

    /** Arrows are drawn as arrows where they can be. */
    private SafeText key(KeySequence keys) {
        String name = keys.toString();
        if (name.endsWith("-Up")) {
            return sanitizer.line(name.substring(0, name.length() - 2)).plus(glyphs.up());
        }
        if (name.endsWith("-Down")) {
            return sanitizer.line(name.substring(0, name.length() - 4)).plus(glyphs.down());
        }
        return sanitizer.line(name);
    }
}
