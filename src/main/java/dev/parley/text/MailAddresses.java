package dev.parley.text;

import dev.parley.text.Pii.Found;
import dev.parley.text.Pii.Kind;
import java.util.ArrayList;
import java.util.List;

/** Finds mail addresses: from each {@code @} as far as an address goes to both sides. */
final class MailAddresses {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_DOMAIN = 253;

    private MailAddresses() {}

    static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        int done = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int from = at;
            while (from > Math.max(done, at - LONGEST_NAME) && isOfName(text.charAt(from - 1))) {
                from--;
            }
            int to = at + 1;
            while (to < Math.min(text.length(), at + LONGEST_DOMAIN) && isOfDomain(text.charAt(to))) {
                to++;
            }
            while (to > at + 1 && !Character.isLetterOrDigit(text.charAt(to - 1))) {
                to--;
            }
            while (from < at && text.charAt(from) == '.') {
                from++;
            }
            String domain = text.substring(at + 1, to);
            int dot = domain.lastIndexOf('.');
            if (from < at && dot > 0 && domain.length() - dot > 2 && !Digits.isDigit(domain.charAt(dot + 1))) {
                found.add(new Found(Kind.EMAIL, from, to));
                done = to;
            }
        }
        return found;
    }

    private static boolean isOfName(char c) {
        return Digits.isWord(c) || ".!#$%&'*+/=?^`{|}~-".indexOf(c) >= 0 || c > 0x7F;
    }

    private static boolean isOfDomain(char c) {
        return Digits.isWord(c) || c == '.' || c == '-' || c > 0x7F;
    }
}
