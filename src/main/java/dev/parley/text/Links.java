package dev.parley.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds links in safe text and judges them (RELIABILITY.md 3.3). What is not surely harmless to offer is refused, with the
 * reason. Pure, in time by the length of the text.
 */
public final class Links {
    private static final List<String> SCHEMES = List.of("https://", "http://", "mailto:", "tel:");
    private static final int LONGEST = 4_096;
    /** Of one text; nobody chooses among more. */
    private static final int MOST = 1_000;

    /**
     * Something that looks like a link.
     *
     * @param written as it stands in the text
     * @param link empty when it is not to be opened
     * @param refusal why not; empty when it may
     */
    public record Candidate(SafeText written, Optional<Link> link, String refusal) {}

    private Links() {}

    /** In the order of the text. */
    public static List<Candidate> in(SafeText text) {
        List<Candidate> found = new ArrayList<>();
        List<Cluster> clusters = text.clusters();
        int at = 0;
        while (at < clusters.size() && found.size() < MOST) {
            if (clusters.get(at).isBlank()) {
                at++;
                continue;
            }
            int end = at;
            while (end < clusters.size() && !clusters.get(end).isBlank()) {
                end++;
            }
            inWord(text.part(at, end), found);
            at = end;
        }
        return List.copyOf(found);
    }

    /** Judges one target, e.g. of a card's button; a raw one. */
    public static Candidate judge(String raw) {
        SafeText safe = Sanitizer.NARROW.line(raw);
        if (Sanitizer.NARROW.hidden(raw) > 0) {
            return refused(safe, "it has invisible characters");
        }
        boolean known = SCHEMES.stream().anyMatch(scheme -> starts(safe.toString(), 0, scheme));
        return known ? judged(safe) : refused(safe, "only https, http, mailto and tel are opened");
    }

    /** Whether {@code title} is itself an address, and leads elsewhere than {@code link} does. */
    public static boolean misleads(SafeText title, Link link) {
        String words = title.toString().strip().toLowerCase(Locale.ROOT);
        List<Candidate> inside = in(title);
        if (!inside.isEmpty()) {
            return inside.stream()
                    .noneMatch(candidate -> candidate
                            .link()
                            .filter(shown -> shown.host().equals(link.host()))
                            .isPresent());
        }
        int slash = words.indexOf('/');
        String host = slash < 0 ? words : words.substring(0, slash);
        return host.matches("(?:[a-z0-9-]{1,63}\\.)+[a-z]{2,24}") && !host.equals(link.host());
    }

    private static void inWord(SafeText word, List<Candidate> found) {
        String text = word.toString();
        int start = start(text, 0);
        if (start < 0) {
            return;
        }
        if (word.clusters().stream().anyMatch(Cluster::mark)) {
            // Somebody tried to reach the terminal with it: nothing in this word is what it seems.
            found.add(refused(word, "it has control or reordering characters"));
            return;
        }
        while (start >= 0 && found.size() < MOST) {
            int next = start(text, start + 1);
            int end = trimmed(text, start, end(text, start, next < 0 ? text.length() : next));
            String written = text.substring(start, end);
            // Of "tel:mailto:x" the first scheme has nothing behind it.
            if (SCHEMES.stream().anyMatch(scheme -> starts(written, 0, scheme))) {
                found.add(judged(Sanitizer.NARROW.line(written)));
            }
            start = next;
        }
    }

    /** Where the next link begins at or after {@code from}; -1 for nowhere. */
    private static int start(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean first = c == 'h' || c == 'H' || c == 'm' || c == 'M' || c == 't' || c == 'T';
            if (first && !Digits.isWordAt(text, at - 1)) {
                for (String scheme : SCHEMES) {
                    if (starts(text, at, scheme)) {
                        return at;
                    }
                }
            }
        }
        return -1;
    }

    private static boolean starts(String text, int at, String scheme) {
        return text.regionMatches(true, at, scheme, 0, scheme.length()) && text.length() > at + scheme.length();
    }

    private static int end(String text, int start, int limit) {
        int end = start;
        while (end < limit && "<>\"\u201C\u201D\u00AB\u00BB".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Without the punctuation of the sentence around it, and without brackets that close what was not opened within. */
    private static int trimmed(String text, int start, int from) {
        int end = from;
        int round = open(text, start, end, '(', ')');
        int square = open(text, start, end, '[', ']');
        while (end > start + 1) {
            char last = text.charAt(end - 1);
            boolean closes = last == ')' && round < 0 || last == ']' && square < 0;
            if (!closes && ".,;:!?'\u2019\u2026".indexOf(last) < 0) {
                break;
            }
            round += last == ')' ? 1 : 0;
            square += last == ']' ? 1 : 0;
            end--;
        }
        return end;
    }

    /** How many brackets are left open; negative where more are closed. */
    private static int open(String text, int start, int end, char open, char close) {
        int depth = 0;
        for (int i = start; i < end; i++) {
            depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
        }
        return depth;
    }

    private static Candidate judged(SafeText written) {
        String text = written.toString();
        if (text.length() > LONGEST) {
            return refused(written, "it is too long");
        }
        if (text.indexOf('\\') >= 0) {
            return refused(written, "it has a backslash, which browsers read as a slash");
        }
        if (written.clusters().stream().anyMatch(Cluster::mark)) {
            return refused(written, "it has control or reordering characters");
        }
        try {
            return new Candidate(written, Optional.of(LinkReader.read(text)), "");
        } catch (LinkReader.Unfit unfit) {
            return refused(written, String.valueOf(unfit.getMessage()));
        }
    }

    private static Candidate refused(SafeText written, String why) {
        return new Candidate(written, Optional.empty(), why);
    }
}
