package dev.parley.store;

import dev.parley.conversation.Content;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is looked for: all of its words must be there, regardless of case and accents. */
final class Words {
    private final List<String> words;

    Words(String text) {
        words = Arrays.stream(plain(text).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** As they are compared. */
    List<String> all() {
        return words;
    }

    /** Never for no words at all. */
    boolean areAllIn(Content content) {
        String said = content.words();
        if (words.isEmpty() || said.isEmpty()) {
            return false;
        }
        String text = plain(said);
        return words.stream().allMatch(text::contains);
    }

    /** As it is compared: decomposed, without marks, in lower case. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
