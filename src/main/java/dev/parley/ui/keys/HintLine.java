package dev.parley.ui.keys;

import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;
import dev.parley.ui.glyph.Glyphs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The line under the input that tells the most useful keys. */
public final class HintLine {
    /** The columns of " · " between two hints. */
    public static final int GAP = 3;

    /** Letters without a hint of their own; longer names of keys come behind them. */
    private static final int LETTER = 1_000;

    private final Sanitizer sanitizer;
    private final Glyphs glyphs;

    /** "Enter" "send". */
    public record Part(SafeText key, SafeText label) {
        /** Columns, with the blank between key and label. */
        public int width() {
            return key.width() + 1 + label.width();
        }
    }

    private record Ranked(Part part, int rank) {}

    public HintLine(Sanitizer sanitizer, Glyphs glyphs) {
        this.sanitizer = sanitizer;
        this.glyphs = glyphs;
    }

    /**
     * The hints of the actions that can be done now, in the order of the table: as many of the lowest ranks as fit, {@link #GAP}
     * columns between two of them.
     */
    public <C> List<Part> fit(Actions<C> actions, Mode mode, C on, int columns) {
        List<Ranked> ranked = actions.all().stream()
                .filter(action -> action.hint().isPresent()
                        && action.mode().meets(mode)
                        && action.whyOff().apply(on).isEmpty())
                .flatMap(action -> action.hint().flatMap(hint -> ranked(actions, action, hint)).stream())
                .toList();
        return fitting(ranked, columns);
    }

    /** The keys that may follow those pressed so far, those of hints first: as many as fit. */
    public <C> List<Part> following(Actions<C> actions, String pressed, C on, int columns) {
        List<Ranked> ranked = new ArrayList<>();
        for (Action<C> action : actions.all()) {
            if (action.whyOff().apply(on).isEmpty()) {
                actions.keysOf(action).stream()
                        .map(KeySequence::toString)
                        .filter(keys -> keys.startsWith(pressed + " "))
                        .findFirst()
                        .map(keys -> key(keys.substring(pressed.length() + 1)))
                        .ifPresent(key -> ranked.add(followed(action, key)));
            }
        }
        return fitting(ranked, columns);
    }

    private <C> Ranked followed(Action<C> action, SafeText key) {
        String word = action.hint().map(Action.Hint::label).orElse(action.id().replace('-', ' '));
        int length = key.clusters().size();
        boolean letter = length == 1 && Character.isLetter(key.toString().charAt(0));
        int rank = letter ? action.hint().map(Action.Hint::rank).orElse(LETTER) : LETTER + length;
        return new Ranked(new Part(key, sanitizer.line(word)), rank);
    }

    private static List<Part> fitting(List<Ranked> ranked, int columns) {
        List<Ranked> chosen = new ArrayList<>();
        int left = columns + GAP;
        for (Ranked next :
                ranked.stream().sorted(Comparator.comparingInt(Ranked::rank)).toList()) {
            int needed = next.part().width() + GAP;
            if (needed <= left) {
                left -= needed;
                chosen.add(next);
            }
        }
        return ranked.stream().filter(chosen::contains).map(Ranked::part).toList();
    }

    /** Empty where the action has lost its keys to a configuration. */
    private <C> Optional<Ranked> ranked(Actions<C> actions, Action<C> action, Action.Hint hint) {
        Optional<String> first = actions.keysOf(action).stream().findFirst().map(KeySequence::toString);
        return hint.keys()
                .or(() -> first)
                .map(keys -> new Ranked(new Part(key(keys), sanitizer.line(hint.label())), hint.rank()));
    }

    /** Arrows are drawn as arrows where they can be. */
    private SafeText key(String name) {
        if (name.endsWith("-Up")) {
            return sanitizer.line(name.substring(0, name.length() - 2)).plus(glyphs.up());
        }
        if (name.endsWith("-Down")) {
            return sanitizer.line(name.substring(0, name.length() - 4)).plus(glyphs.down());
        }
        return sanitizer.line(name);
    }
}
