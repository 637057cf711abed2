package dev.parley.session;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of simple HTML, with the addresses of its links and what its pictures say of themselves. Pure, in linear time. */
final class Html {
    private static final Map<String, String> ENTITIES =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "#39", "'", "nbsp", " ");
    private static final int LONGEST_ENTITY = 9;
    private static final Pattern NUMBER = Pattern.compile("#(?:([0-9]{1,7})|[xX]([0-9a-fA-F]{1,6}))");
    private static final Pattern HREF = attribute("href");
    private static final Pattern ALT = attribute("alt");

    /** Where the link begins whose end has not come; its address is empty outside of one. */
    private record Anchor(int at, String address) {}

    private Html() {}

    private static Pattern attribute(String name) {
        return Pattern.compile("(?i)\\b" + name + "\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'>]++))");
    }

    static String text(String html) {
        StringBuilder text = new StringBuilder(html.length());
        Anchor anchor = new Anchor(0, "");
        int lastClose = html.lastIndexOf('>');
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<' && at < lastClose && isTagStart(html, at + 1)) {
                int close = html.indexOf('>', at);
                String tag = html.substring(at + 1, close);
                String name = name(tag);
                if (breaksLine(name) && !text.isEmpty()) {
                    text.append('\n');
                } else if (name.equals("a")) {
                    anchor = new Anchor(text.length(), value(HREF, tag));
                } else if (name.equals("/a") && !anchor.address().isEmpty()) {
                    String title = text.substring(anchor.at());
                    text.setLength(anchor.at());
                    text.append(Hyperlinks.both(title.strip(), anchor.address()));
                    anchor = new Anchor(0, "");
                } else if (name.equals("img") && !value(ALT, tag).isEmpty()) {
                    text.append("[image: ").append(value(ALT, tag)).append(']');
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

    private static String name(String tag) {
        int end = 0;
        while (end < tag.length() && (Character.isLetterOrDigit(tag.charAt(end)) || end == 0 && tag.charAt(0) == '/')) {
            end++;
        }
        return tag.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static boolean breaksLine(String name) {
        return Set.of("br", "/p", "/pre", "/div", "/li", "/tr", "/h1", "/h2", "/h3", "/h4")
                .contains(name);
    }

    private static String value(Pattern attribute, String tag) {
        Matcher found = attribute.matcher(tag);
        if (!found.find()) {
            return "";
        }
        String value =
                found.group(1) != null ? found.group(1) : found.group(2) != null ? found.group(2) : found.group(3);
        return value.strip().replace("&quot;", "\"").replace("&amp;", "&");
    }

    private static int entity(String html, int at, StringBuilder text) {
        String ahead = html.substring(at + 1, Math.min(html.length(), at + 1 + LONGEST_ENTITY));
        String name = ahead.substring(0, Math.max(0, ahead.indexOf(';')));
        String meant = ENTITIES.containsKey(name) ? ENTITIES.get(name) : numbered(name);
        if (meant != null) {
            text.append(meant);
            return at + 2 + name.length();
        }
        text.append('&');
        return at + 1;
    }

    /** {@code #8364} or {@code #x20ac}. */
    private static @Nullable String numbered(String name) {
        Matcher number = NUMBER.matcher(name);
        if (!number.matches()) {
            return null;
        }
        int point = number.group(1) != null ? Integer.parseInt(number.group(1)) : Integer.parseInt(number.group(2), 16);
        return Character.isValidCodePoint(point) ? Character.toString(point) : null;
    }
}
