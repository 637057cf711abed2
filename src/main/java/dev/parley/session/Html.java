package dev.parley.session;

import java.util.Locale;
import java.util.Map;

/** The words of simple HTML. Pure, in linear time. */
final class Html {
    private static final Map<String, String> ENTITIES =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "#39", "'", "nbsp", " ");
    private static final int LONGEST_ENTITY = 6;

    private Html() {}

    static String text(String html) {
        StringBuilder text = new StringBuilder(html.length());
        int lastClose = html.lastIndexOf('>');
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<' && at < lastClose && isTagStart(html, at + 1)) {
                int close = html.indexOf('>', at);
                if (breaksLine(html.substring(at + 1, close)) && !text.isEmpty()) {
                    text.append('\n');
                }
                at = close + 1;
            } else if (c == '&') {
                at = entity(html, at, text);
            } else {
                text.append(c);
                at++;
            }
        }
        return text.toString().strip();
    }

    private static boolean isTagStart(String html, int at) {
        char c = at < html.length() ? html.charAt(at) : ' ';
        return c == '/' || c == '!' || Character.isLetter(c);
    }

    private static boolean breaksLine(String tag) {
        String name = tag.strip().toLowerCase(Locale.ROOT);
        return name.startsWith("br")
                || name.startsWith("/p")
                || name.startsWith("/div")
                || name.startsWith("/li")
                || name.startsWith("/tr");
    }

    private static int entity(String html, int at, StringBuilder text) {
        String ahead = html.substring(at + 1, Math.min(html.length(), at + 1 + LONGEST_ENTITY));
        String meant = ENTITIES.get(ahead.substring(0, Math.max(0, ahead.indexOf(';'))));
        if (meant != null) {
            text.append(meant);
            return at + 2 + ahead.indexOf(';');
        }
        text.append('&');
        return at + 1;
    }
}
