package dev.parley.log;

import dev.parley.text.Pii;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RELIABILITY.md 3.5. Each pattern takes time by the length of the line. */
record Redactor(Set<Pii.Kind> kinds) implements Redaction {
    private static final String HIDDEN = "[redacted]";
    private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*){0,4}");
    /** By name, also within JSON that is a string within JSON. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:authorization|password|passwd|secret|token|jwt|bearer|cookie|auth[_-]?code|api[_-]?key|x-parley-key|otk|temp_url_sig)"
                    + "[\\\\\"']{0,4}\\s{0,4}[:=]\\s{0,4}[\\\\\"']{0,4}(?:(?:jwt|bearer|basic)\\s{1,4})?)"
                    + "([^\\s\\\\\"',;&}\\]]{4,})");
    /** A scheme and its credentials with no name before them. */
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b((?:bearer|jwt)\\s)([A-Za-z0-9._~+/=-]{16,})");

    Redactor {
        kinds = Set.copyOf(kinds);
    }

    @Override
    public String of(String safe) {
        String line = JWT.matcher(safe).replaceAll(HIDDEN);
        line = hide(NAMED, line);
        line = hide(SCHEME, line);
        return Pii.mask(line, kinds);
    }

    private static String hide(Pattern pattern, String line) {
        return pattern.matcher(line).replaceAll("$1" + Matcher.quoteReplacement(HIDDEN));
    }
}
