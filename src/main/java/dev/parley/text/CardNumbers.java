package dev.parley.text;

import dev.parley.text.Pii.Found;
import dev.parley.text.Pii.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds payment cards: runs of digits in groups, each group one blank, hyphen, dot or dash from the next. A run that is a
 * card as a whole is one, however it is grouped; inside a longer run (a card and its expiry, two cards) only groups as cards
 * are printed are.
 */
final class CardNumbers {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    /** More groups than anybody writes: what is longer is looked at in pieces. */
    private static final int MOST_GROUPS = 40;

    /** Chars from {@code from} to before {@code to}, and their digits. */
    private record Group(int from, int to, String digits) {}

    private CardNumbers() {}

    static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (!Digits.isDigit(text.charAt(at))) {
                at++;
                continue;
            }
            List<Group> run = run(text, at);
            int end = run.get(run.size() - 1).to();
            if (!isPartOfWord(text, at, end)) {
                look(text, run, found);
            }
            at = end;
        }
        return found;
    }

    private static List<Group> run(String text, int start) {
        List<Group> groups = new ArrayList<>();
        int at = start;
        while (groups.size() < MOST_GROUPS) {
            int from = at;
            StringBuilder digits = new StringBuilder();
            while (at < text.length() && Digits.isDigit(text.charAt(at))) {
                digits.append((char) ('0' + Digits.value(text.charAt(at))));
                at++;
            }
            groups.add(new Group(from, at, digits.toString()));
            boolean goesOn =
                    at + 1 < text.length() && separates(text.charAt(at)) && Digits.isDigit(text.charAt(at + 1));
            if (!goesOn) {
                break;
            }
            at++;
        }
        return groups;
    }

    private static boolean separates(char c) {
        return c == ' ' || c == '-' || c == '.' || c >= '\u2010' && c <= '\u2015';
    }

    /** Hexadecimal ids and the like; a telephone number says with its plus what it is. */
    private static boolean isPartOfWord(String text, int from, int to) {
        return Digits.isWordAt(text, from - 1) || Digits.isWordAt(text, to) || from > 0 && text.charAt(from - 1) == '+';
    }

    private static void look(String text, List<Group> run, List<Found> found) {
        int first = 0;
        while (first < run.size()) {
            int last = lastOfCard(run, first);
            if (last >= 0) {
                found.add(new Found(
                        Kind.CARD, run.get(first).from(), run.get(last).to()));
                first = last + 1;
            } else {
                first++;
            }
        }
    }

    /** Index of the last group of the longest card that begins with group {@code first}; -1 for none. */
    private static int lastOfCard(List<Group> run, int first) {
        StringBuilder digits = new StringBuilder();
        int best = -1;
        for (int last = first; last < run.size(); last++) {
            digits.append(run.get(last).digits());
            if (digits.length() > LONGEST) {
                break;
            }
            boolean whole = first == 0 && last == run.size() - 1;
            if (digits.length() >= SHORTEST
                    && (whole || isPrinted(run.subList(first, last + 1)))
                    && isCard(digits.toString())) {
                best = last;
            }
        }
        return best;
    }

    private static boolean isPrinted(List<Group> groups) {
        StringBuilder lengths = new StringBuilder();
        groups.forEach(group -> lengths.append(group.digits().length()).append(' '));
        return groups.size() == 1
                || List.of("4 4 4 4 ", "4 4 4 4 3 ", "4 6 5 ", "4 6 4 ", "4 4 5 ", "6 13 ", "6 10 ", "4 3 3 3 ")
                        .contains(lengths.toString());
    }

    private static boolean isCard(String digits) {
        return isIssued(digits) && luhn(digits);
    }

    /** The issuers' first digits and lengths, as they are published. */
    private static boolean isIssued(String digits) {
        int length = digits.length();
        int two = Integer.parseInt(digits.substring(0, 2));
        int three = Integer.parseInt(digits.substring(0, 3));
        int four = Integer.parseInt(digits.substring(0, 4));
        if (digits.charAt(0) == '4') {
            return length == 13 || length == 16 || length == 19;
        }
        if (two >= 51 && two <= 55 || four >= 2221 && four <= 2720) {
            return length == 16;
        }
        if (two == 34 || two == 37) {
            return length == 15;
        }
        if (three >= 300 && three <= 305 || three == 309 || two == 36 || two == 38 || two == 39) {
            return length == 14 || length >= 16;
        }
        if (four >= 3528 && four <= 3589 || four >= 2200 && four <= 2204 || four == 6011 || two == 64 || two == 65) {
            return length >= 16;
        }
        // UnionPay, RuPay, Verve; Maestro's are 12 to 19 long, of which 12 is too like anything else.
        return two == 62 && length >= 16
                || two == 60 && length == 16
                || (two == 81 || two == 82) && length >= 16
                || two == 50
                || two >= 56 && two <= 58
                || two == 63
                || two == 67;
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int value = i % 2 == 1 ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }
}
