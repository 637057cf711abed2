package dev.parley.text;

import dev.parley.text.Link.Mark;
import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A host as the name service is asked for it. The JDK knows IDNA2003, browsers IDNA2008 by UTS 46; where they lead to
 * different hosts (ß, final sigma, joiners, dots and slashes that are none) the link is refused. The JDK's IDN takes only
 * what Unicode 3.2 knew, on every release, so scripts of no later letters have to be told apart here.
 */
final class HostName {
    private static final int LONGEST = 253;
    private static final String UNSURE = "\u00DF\u1E9E\u03C2\u200C\u200D";
    private static final String DOTS = "\u2024\u3002\uFE52\uFF0E\uFF61\u0701\u0702\u06D4\uA4F8";
    private static final String PUNCTUATION_ALIKE =
            "\u2044\u2215\u2571\u29F8\u3033\uFF0F\u2010\u2011\u2012\u2013\u2212\u01C3\u02D0\uA789\u2236\u0660\u06F0";

    private HostName() {}

    static String ascii(String host, Set<Mark> marks) throws LinkReader.Unfit {
        if (host.isEmpty()) {
            throw new LinkReader.Unfit("it has no host");
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (DOTS.indexOf(c) >= 0 || UNSURE.indexOf(c) >= 0) {
                throw new LinkReader.Unfit("its host is read in two ways");
            }
            if (PUNCTUATION_ALIKE.indexOf(c) >= 0) {
                marks.add(Mark.LOOK_ALIKE);
            }
        }
        String ascii = converted(host).toLowerCase(Locale.ROOT);
        if (ascii.length() > LONGEST
                || !ascii.matches("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")) {
            throw new LinkReader.Unfit("its host is no host's name");
        }
        String last = ascii.substring(ascii.lastIndexOf('.') + 1);
        if (last.matches("[0-9]+|0x[0-9a-f]*")) {
            if (!ascii.matches("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}")) {
                throw new LinkReader.Unfit("its host is a number in disguise");
            }
            marks.add(Mark.ADDRESS);
        }
        if (ascii.startsWith("xn--") || ascii.contains(".xn--")) {
            marks.add(Mark.OTHER_LETTERS);
            if (mixes(IDN.toUnicode(ascii))) {
                marks.add(Mark.MIXED_LETTERS);
            }
        }
        return ascii;
    }

    private static String converted(String host) throws LinkReader.Unfit {
        try {
            return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException unfit) {
            throw new LinkReader.Unfit("its host is no host's name");
        }
    }

    /** UTS 39's "highly restrictive": one script a label, but those that are written together. */
    private static boolean mixes(String host) {
        for (String label : host.split("\\.")) {
            Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
            label.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
            scripts.removeAll(EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED));
            if (scripts.size() > 1 && !writtenTogether(scripts)) {
                return true;
            }
        }
        return false;
    }

    private static boolean writtenTogether(Set<UnicodeScript> scripts) {
        Set<UnicodeScript> rest = EnumSet.copyOf(scripts);
        rest.removeAll(EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN));
        return EnumSet.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA).containsAll(rest)
                        && !scripts.equals(EnumSet.of(UnicodeScript.LATIN))
                || EnumSet.of(UnicodeScript.HANGUL).containsAll(rest)
                || EnumSet.of(UnicodeScript.BOPOMOFO).containsAll(rest);
    }
}
