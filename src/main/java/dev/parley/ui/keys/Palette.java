package dev.parley.ui.keys;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All actions, the ones that fit what is typed first. */
public final class Palette {
    private static final int NO_MATCH = Integer.MAX_VALUE;

    private record Ranked<C>(Action<C> action, int rank) {}

    private Palette() {}

    /**
     * Every word of the query must be found in description, id, command or key, a word's beginning counting more than its
     * middle, that more than scattered letters; alike ones in the order of the table. All of them for a blank query.
     */
    public static <C> List<Action<C>> filter(Actions<C> actions, String query) {
        List<String> words = Stream.of(lower(query).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return actions.all().stream()
                .map(action -> new Ranked<>(action, rank(actions, action, words)))
                .filter(ranked -> ranked.rank() != NO_MATCH)
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::action)
                .toList();
    }

    private static <C> int rank(Actions<C> actions, Action<C> action, List<String> words) {
        List<String> fields = Stream.of(
                        action.commands().stream().map(Action.Command::toString),
                        Stream.of(action.description(), action.id()),
                        actions.keysOf(action).stream().map(KeySequence::toString))
                .flatMap(field -> field)
                .map(Palette::lower)
                .toList();
        int sum = 0;
        for (String word : words) {
            int best =
                    fields.stream().mapToInt(field -> rank(field, word)).min().orElse(NO_MATCH);
            if (best == NO_MATCH) {
                return NO_MATCH;
            }
            sum += best;
        }
        return sum;
    }

    private static int rank(String field, String word) {
        int at = field.indexOf(word);
        if (at < 0) {
            return word.length() > 1 && scattered(field, word) ? 100 : NO_MATCH;
        }
        if (field.equals(word) || field.equals("/" + word)) {
            return 0;
        }
        for (int from = at; from >= 0; from = field.indexOf(word, from + 1)) {
            if (from == 0 || !Character.isLetterOrDigit(field.charAt(from - 1))) {
                return from == 0 ? 1 : 3;
            }
        }
        return 10;
    }

    private static boolean scattered(String field, String word) {
        int found = 0;
        for (int i = 0; i < field.length() && found < word.length(); i++) {
            if (field.charAt(i) == word.charAt(found)) {
                found++;
            }
        }
        return found == word.length();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
