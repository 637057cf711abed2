package dev.parley.ui.theme;

import dev.parley.text.Nearest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands in one theme file: a line {@code slot = look} for each slot it changes, {@code extends = name}, comments after
 * {@code #} at a line's start, empty lines.
 */
record ThemeFile(Optional<String> parent, Map<Slot, Look> looks) {
    private static final String EXTENDS = "extends";

    static ThemeFile parse(String file, String content) throws BadTheme {
        Map<Slot, Look> looks = new EnumMap<>(Slot.class);
        String parent = null;
        int number = 0;
        for (String raw : content.lines().toList()) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw BadTheme.at(file, number, "a line must read \"slot = look\"");
            }
            String key = line.substring(0, equals).strip();
            String value = line.substring(equals + 1).strip();
            if (key.equals(EXTENDS)) {
                if (parent != null) {
                    throw BadTheme.at(file, number, "extends stands there twice");
                }
                parent = value;
            } else if (looks.put(slot(file, number, key), look(file, number, key, value)) != null) {
                throw BadTheme.at(file, number, key + " stands there twice");
            }
        }
        return new ThemeFile(Optional.ofNullable(parent), looks);
    }

    private static Slot slot(String file, int line, String key) throws BadTheme {
        Optional<Slot> slot = Slot.byKey(key);
        if (slot.isEmpty()) {
            List<String> known =
                    new ArrayList<>(Stream.of(Slot.values()).map(Slot::key).toList());
            known.add(EXTENDS);
            String meant = Nearest.of(key, known)
                    .map(name -> ", did you mean " + name + "?")
                    .orElse("");
            throw BadTheme.at(file, line, "there is no slot " + key + meant);
        }
        return slot.get();
    }

    private static Look look(String file, int line, String key, String value) throws BadTheme {
        try {
            return Look.parse(value);
        } catch (IllegalArgumentException wrong) {
            throw BadTheme.at(file, line, key + ": " + wrong.getMessage());
        }
    }
}
