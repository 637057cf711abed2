package dev.parley.ui.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands behind {@code /profile}: {@code --first Ann --last van der Berg --nick ann}; names may have blanks. */
record ProfileOptions(Optional<String> firstName, Optional<String> lastName, Optional<String> nickName) {
    private static final Set<String> KNOWN = Set.of("--first", "--last", "--nick");

    /** Empty where something else stands there, or a name is missing. */
    static Optional<ProfileOptions> parse(String words) {
        Map<String, String> given = new HashMap<>();
        String option = "";
        for (String word : words.strip().split("\\s+")) {
            if (word.startsWith("--")) {
                option = word;
                if (!KNOWN.contains(option) || given.put(option, "") != null) {
                    return Optional.empty();
                }
            } else if (option.isEmpty()) {
                return Optional.empty();
            } else {
                given.merge(option, word, (name, more) -> name.isEmpty() ? more : name + " " + more);
            }
        }
        if (given.isEmpty() || given.containsValue("")) {
            return Optional.empty();
        }
        return Optional.of(new ProfileOptions(
                Optional.ofNullable(given.get("--first")),
                Optional.ofNullable(given.get("--last")),
                Optional.ofNullable(given.get("--nick"))));
    }
}
