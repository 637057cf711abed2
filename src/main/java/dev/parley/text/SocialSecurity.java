package dev.parley.text;

import dev.parley.text.Pii.Found;
import dev.parley.text.Pii.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds US social security numbers: 3-2-4 digits with hyphens, or in any form right after their name. */
final class SocialSecurity {
    private static final Pattern HYPHENED =
            Pattern.compile("(?<![\\w.+-])(\\d{3})[-\u2010-\u2015](\\d{2})[-\u2010-\u2015](\\d{4})(?![\\w-])");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(?:ssn|social security(?: number| no\\.?)?)(?: is|:|=|#)? {0,3}(\\d{3})[ .]?(\\d{2})[ .]?(\\d{4})(?!\\w)");

    private SocialSecurity() {}

    static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        for (Pattern form : List.of(HYPHENED, NAMED)) {
            Matcher matcher = form.matcher(text);
            while (matcher.find()) {
                if (isIssued(matcher.group(1), matcher.group(2), matcher.group(3))) {
                    found.add(new Found(Kind.SSN, matcher.start(1), matcher.end(3)));
                }
            }
        }
        return found;
    }

    /** Numbers that were never given out. */
    private static boolean isIssued(String area, String group, String serial) {
        return !area.equals("000")
                && !area.equals("666")
                && area.charAt(0) != '9'
                && !group.equals("00")
                && !serial.equals("0000");
    }
}
