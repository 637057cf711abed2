package dev.parley.text;

import java.util.EnumSet;
import java.util.Set;

/**
 * A link that may be opened when the person has seen where it leads. All of it is plain ASCII: a host in other letters is
 * in punycode, a path percent-encoded, so that nothing in it can look like something else.
 *
 * @param kind by scheme
 * @param target exactly what an opener gets
 * @param host where it leads: the host, a mail address or a telephone number
 */
public record Link(Kind kind, String target, String host, Set<Mark> marks) {
    /** The schemes that can be opened. */
    public enum Kind {
        HTTPS,
        HTTP,
        MAIL,
        TELEPHONE
    }

    /** What the person should know of it. */
    public enum Mark {
        CLEAR_TEXT("not encrypted"),
        OTHER_LETTERS("the host is written in other letters, shown in punycode"),
        MIXED_LETTERS("the host mixes letters of several scripts"),
        LOOK_ALIKE("the host has a sign that looks like punctuation"),
        ADDRESS("the host is a number"),
        PORT("not the usual port");

        private final String words;

        Mark(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * The target as it is to be shown before it is opened, the host apart so that it can be set off.
     *
     * @param before scheme and what stands before the host
     * @param after path, cut in the middle where it is too long
     */
    public record Shown(SafeText before, SafeText host, SafeText after) {}

    private static final String CUT = " ... ";

    public Link {
        marks = marks.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(marks));
    }

    /** In at most {@code columns} where that leaves scheme and host whole: these are never cut. */
    public Shown shown(int columns) {
        int at = target.indexOf(host, target.startsWith("http") ? target.indexOf("//") + 2 : target.indexOf(':') + 1);
        String before = target.substring(0, at);
        String after = target.substring(at + host.length());
        int room = Math.max(CUT.length() + 2, columns - before.length() - host.length());
        if (after.length() > room) {
            int head = (room - CUT.length() + 1) / 2;
            int tail = room - CUT.length() - head;
            after = after.substring(0, head) + CUT + after.substring(after.length() - tail);
        }
        return new Shown(safe(before), safe(host), safe(after));
    }

    private static SafeText safe(String ascii) {
        return Sanitizer.NARROW.line(ascii);
    }
}
