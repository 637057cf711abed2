package dev.parley.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes secrets out of a log line: tokens, Authorization values, passwords, card numbers. RELIABILITY.md 3.5. */
final class Redaction {
    private static final String HIDDEN = "[redacted]";
    private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*){0,2}");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:authorization|password|secret|access_token|id_token|token|jwt|x-parley-key)\"?\\s*[:=]\\s*\"?(?:(?:jwt|bearer)\\s+)?)"
                    + "([^\\s\",;&]{4,})");
    private static final Pattern CARD = Pattern.compile("(?<![0-9])[0-9](?:[ -]?[0-9]){12,18}(?![0-9])");

    private Redaction() {}

    static String of(String line) {
        String safe = JWT.matcher(line).replaceAll(HIDDEN);
        safe = NAMED.matcher(safe).replaceAll("$1" + Matcher.quoteReplacement(HIDDEN));
        return CARD.matcher(safe)
                .replaceAll(found -> luhn(found.group()) ? HIDDEN : Matcher.quoteReplacement(found.group()));
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        boolean twice = false;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                continue;
            }
            int value = twice ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
            twice = !twice;
        }
        return sum % 10 == 0;
    }
}
