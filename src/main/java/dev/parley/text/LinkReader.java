package dev.parley.text;

import dev.parley.text.Link.Kind;
import dev.parley.text.Link.Mark;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes a link apart as a browser would (WHATWG URL), as far as both surely agree; refuses the rest. */
final class LinkReader {
    /** Beyond letters and digits, what may stand in path, query and fragment as it is: RFC 3986, without quotes. */
    private static final String PLAIN = "-._~!$&()*+,;=:@/?";

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

    private static final int MOST_PORT = 65_535;

    /** Why it is not offered. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;

        Unfit(String why) {
            super(why);
        }
    }

    private LinkReader() {}

    static Link read(String text) throws Unfit {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mailto:")) {
            return mail(text.substring(7));
        }
        if (lower.startsWith("tel:")) {
            return telephone(text.substring(4));
        }
        boolean secure = lower.startsWith("https://");
        return web(secure ? Kind.HTTPS : Kind.HTTP, text.substring(secure ? 8 : 7));
    }

    private static Link web(Kind kind, String rest) throws Unfit {
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = rest.substring(0, end);
        if (authority.indexOf('@') >= 0) {
            throw new Unfit("it has a name before the host, which hides where it leads");
        }
        int colon = authority.indexOf(':');
        String port = colon < 0 ? "" : authority.substring(colon + 1);
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        String host = HostName.ascii(colon < 0 ? authority : authority.substring(0, colon), marks);
        boolean secure = kind == Kind.HTTPS;
        if (!secure) {
            marks.add(Mark.CLEAR_TEXT);
        }
        if (colon >= 0) {
            if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > MOST_PORT) {
                throw new Unfit("its port is no number");
            }
            if (Integer.parseInt(port) != (secure ? 443 : 80)) {
                marks.add(Mark.PORT);
            }
        }
        String target = (secure ? "https://" : "http://")
                + host
                + (colon < 0 ? "" : ":" + port)
                + (end == rest.length() ? "/" : encoded(rest.substring(end)));
        return new Link(kind, target, host, marks);
    }

    private static Link mail(String address) throws Unfit {
        int at = address.indexOf('@');
        if (address.indexOf('?') >= 0) {
            throw new Unfit("it would fill in more than the address");
        }
        if (at < 1 || !address.substring(0, at).matches("[A-Za-z0-9._+-]{1,64}")) {
            throw new Unfit("it is not one plain mail address");
        }
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        String whole = address.substring(0, at + 1) + HostName.ascii(address.substring(at + 1), marks);
        return new Link(Kind.MAIL, "mailto:" + whole, whole, marks);
    }

    private static Link telephone(String number) throws Unfit {
        // Codes with * and # do things to a telephone.
        if (!number.matches("\\+?[0-9][0-9().-]{1,22}")) {
            throw new Unfit("it is not a plain telephone number");
        }
        return new Link(Kind.TELEPHONE, "tel:" + number, number, Set.of());
    }

    /** RFC 3986: brackets are for the host, a percent sign begins an escape, and there is one fragment. */
    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder(path.length());
        int fragment = path.indexOf('#');
        int at = 0;
        while (at < path.length()) {
            int codePoint = path.codePointAt(at);
            boolean plain = codePoint < 0x80 && (Digits.isWord((char) codePoint) || PLAIN.indexOf(codePoint) >= 0);
            if (plain
                    || at == fragment
                    || codePoint == '%'
                            && ESCAPE.matcher(path).region(at, path.length()).lookingAt()) {
                encoded.append((char) codePoint);
            } else {
                for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xFF));
                }
            }
            at += Character.charCount(codePoint);
        }
        return encoded.toString();
    }
}
