package dev.parley.ui.keys;

import dev.parley.terminal.Key;
import dev.parley.terminal.Key.Code;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One key press and its name: {@code Enter}, {@code Ctrl-A}, {@code Alt-Up}, {@code F7}, {@code Alt-Shift-A}, {@code Space}, or
 * the character itself. Names of modifiers and special keys are read in either case; of a letter with Ctrl or Alt the small
 * form is meant unless Shift is named.
 */
public final class Keys {
    private static final Map<Code, String> NAMES = Map.ofEntries(
            Map.entry(Code.ENTER, "Enter"),
            Map.entry(Code.TAB, "Tab"),
            Map.entry(Code.BACKSPACE, "Backspace"),
            Map.entry(Code.DELETE, "Del"),
            Map.entry(Code.INSERT, "Ins"),
            Map.entry(Code.ESCAPE, "Esc"),
            Map.entry(Code.UP, "Up"),
            Map.entry(Code.DOWN, "Down"),
            Map.entry(Code.LEFT, "Left"),
            Map.entry(Code.RIGHT, "Right"),
            Map.entry(Code.HOME, "Home"),
            Map.entry(Code.END, "End"),
            Map.entry(Code.PAGE_UP, "PgUp"),
            Map.entry(Code.PAGE_DOWN, "PgDn"));

    private static final Map<String, Code> ALSO = Map.of(
            "return", Code.ENTER,
            "delete", Code.DELETE,
            "insert", Code.INSERT,
            "escape", Code.ESCAPE,
            "pageup", Code.PAGE_UP,
            "pagedown", Code.PAGE_DOWN);

    /** What a terminal sends for these is the byte of another key. */
    private static final Map<String, Code> SAME_BYTE = Map.of("i", Code.TAB, "m", Code.ENTER, "[", Code.ESCAPE);

    private static final int FUNCTION_KEYS = 12;

    private Keys() {}

    /** Empty where no key has that name. */
    public static Optional<Key> parse(String name) {
        String rest = name;
        boolean ctrl = false;
        boolean alt = false;
        boolean shift = false;
        while (true) {
            if (hasPrefix(rest, "ctrl-") && !ctrl) {
                ctrl = true;
                rest = rest.substring("ctrl-".length());
            } else if (hasPrefix(rest, "alt-") && !alt) {
                alt = true;
                rest = rest.substring("alt-".length());
            } else if (hasPrefix(rest, "shift-") && !shift) {
                shift = true;
                rest = rest.substring("shift-".length());
            } else {
                return bare(rest, ctrl, alt, shift);
            }
        }
    }

    /** As it is written in help and configuration. */
    public static String name(Key key) {
        boolean text = key.code() == Code.TEXT;
        boolean capital = text && (key.ctrl() || key.alt()) && !key.text().equals(lower(key.text()));
        return (key.ctrl() ? "Ctrl-" : "")
                + (key.alt() ? "Alt-" : "")
                + (key.shift() && !text || capital ? "Shift-" : "")
                + bareName(key);
    }

    /** The same press written one way, so that it can be looked up. */
    static Key normal(Key key) {
        if (key.code() != Code.TEXT) {
            return key;
        }
        String text = key.ctrl() ? lower(key.text()) : key.text();
        return new Key(Code.TEXT, text, 0, key.ctrl(), key.alt(), false);
    }

    private static String bareName(Key key) {
        if (key.code() == Code.FUNCTION) {
            return "F" + key.number();
        }
        if (key.code() != Code.TEXT) {
            return NAMES.getOrDefault(key.code(), key.code().name());
        }
        if (key.text().equals(" ")) {
            return "Space";
        }
        return key.ctrl() || key.alt() ? key.text().toUpperCase(Locale.ROOT) : key.text();
    }

    private static Optional<Key> bare(String name, boolean ctrl, boolean alt, boolean shift) {
        String lower = lower(name);
        Optional<Code> code = NAMES.entrySet().stream()
                .filter(entry -> lower(entry.getValue()).equals(lower))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> Optional.ofNullable(ALSO.get(lower)));
        if (code.isPresent()) {
            return Optional.of(new Key(code.get(), "", 0, ctrl, alt, shift));
        }
        if (lower.matches("f[1-9][0-9]?")) {
            int number = Integer.parseInt(lower.substring(1));
            return number > FUNCTION_KEYS
                    ? Optional.empty()
                    : Optional.of(new Key(Code.FUNCTION, "", number, ctrl, alt, shift));
        }
        String text = lower.equals("space") ? " " : name;
        if (text.isEmpty() || text.codePointCount(0, text.length()) != 1 || text.codePointAt(0) < ' ') {
            return Optional.empty();
        }
        return Optional.of(typed(text, ctrl, alt, shift));
    }

    private static Key typed(String text, boolean ctrl, boolean alt, boolean shift) {
        Code sameByte = ctrl ? SAME_BYTE.get(lower(text)) : null;
        if (sameByte != null) {
            return new Key(sameByte, "", 0, false, alt, shift);
        }
        String meant = !ctrl && !alt && !shift ? text : lower(text);
        return new Key(Code.TEXT, shift ? text.toUpperCase(Locale.ROOT) : meant, 0, ctrl, alt, false);
    }

    private static boolean hasPrefix(String name, String prefix) {
        return name.length() > prefix.length() && name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
