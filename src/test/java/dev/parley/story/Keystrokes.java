package dev.parley.story;

import java.util.Locale;
import java.util.Map;

/** What an xterm sends for a key, by the name that the key table gives it. */
final class Keystrokes {
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("Enter", "\r"),
            Map.entry("Tab", "\t"),
            Map.entry("Esc", "\033"),
            Map.entry("Backspace", "\177"),
            Map.entry("Up", "\033[A"),
            Map.entry("Down", "\033[B"),
            Map.entry("Alt-Up", "\033[1;3A"),
            Map.entry("Alt-Down", "\033[1;3B"),
            Map.entry("Alt-Home", "\033[1;3H"),
            Map.entry("Alt-End", "\033[1;3F"),
            Map.entry("PgUp", "\033[5~"),
            Map.entry("PgDn", "\033[6~"),
            Map.entry("F1", "\033OP"),
            Map.entry("F2", "\033OQ"));

    private Keystrokes() {}

    static String of(String name) {
        String bytes = NAMED.get(name);
        if (bytes != null) {
            return bytes;
        }
        if (name.startsWith("Alt-") && name.length() == 5) {
            return "\033" + name.substring(4).toLowerCase(Locale.ROOT);
        }
        if (name.startsWith("Ctrl-") && name.length() == 6) {
            return String.valueOf((char) (name.charAt(5) & 0x1F));
        }
        if (name.length() == 1) {
            return name;
        }
        throw new IllegalArgumentException("no key " + name);
    }
}
