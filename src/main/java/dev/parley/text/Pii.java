package dev.parley.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Numbers and addresses that name a person or open an account: payment cards, IBANs, US social security numbers, mail
 * addresses. RELIABILITY.md 3.5. Pure, in time by the length of the text.
 *
 * <p>Looks at what people see, without invisible characters, so it takes safe text; a raw one is made safe first.
 */
public final class Pii {
    /** What can be found. */
    public enum Kind {
        /** 13 to 19 digits with the issuer's first ones and length, and a check digit by Luhn (ISO/IEC 7812). */
        CARD("card number"),
        /** ISO 13616: a country's length, and mod 97. */
        IBAN("IBAN"),
        /** Of the United States, with hyphens, or with its name before it. */
        SSN("social security number"),
        EMAIL("mail address");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For a sentence. */
        public String words() {
            return words;
        }
    }

    /** Money and identity, without mail addresses: many a message is about one. */
    public static final Set<Kind> USUAL = Set.copyOf(EnumSet.of(Kind.CARD, Kind.IBAN, Kind.SSN));

    public static final Set<Kind> ALL = Set.copyOf(EnumSet.allOf(Kind.class));

    /** A place in the text: chars from {@code from} to before {@code to}. */
    public record Found(Kind kind, int from, int to) {}

    private Pii() {}

    /** Whether somebody is about to send a card number, of which a screen should warn. */
    public static boolean hasCard(String raw) {
        return !CardNumbers.in(seen(raw)).isEmpty();
    }

    /** In order, without overlaps; of two that overlap the one that begins first. */
    public static List<Found> in(SafeText text, Set<Kind> kinds) {
        return find(text.toString(), kinds);
    }

    /** What is left when each found one is replaced by e.g. {@code [card number]}. */
    public static String mask(SafeText text, Set<Kind> kinds) {
        return mask(text.toString(), kinds);
    }

    /** As {@link #mask(SafeText, Set)}, of what is one line of safe text already. */
    public static String mask(String safe, Set<Kind> kinds) {
        List<Found> all = find(safe, kinds);
        if (all.isEmpty()) {
            return safe;
        }
        StringBuilder masked = new StringBuilder(safe.length());
        int done = 0;
        for (Found found : all) {
            masked.append(safe, done, found.from())
                    .append('[')
                    .append(found.kind().words())
                    .append(']');
            done = found.to();
        }
        return masked.append(safe, done, safe.length()).toString();
    }

    private static String seen(String raw) {
        StringBuilder text = new StringBuilder();
        Sanitizer.NARROW.block(raw).forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static List<Found> find(String text, Set<Kind> kinds) {
        List<Found> all = new ArrayList<>();
        if (kinds.contains(Kind.CARD)) {
            all.addAll(CardNumbers.in(text));
        }
        if (kinds.contains(Kind.IBAN)) {
            all.addAll(Ibans.in(text));
        }
        if (kinds.contains(Kind.SSN)) {
            all.addAll(SocialSecurity.in(text));
        }
        if (kinds.contains(Kind.EMAIL)) {
            all.addAll(MailAddresses.in(text));
        }
        all.sort(Comparator.comparingInt(Found::from)
                .thenComparing(Comparator.comparingInt(Found::to).reversed()));
        List<Found> apart = new ArrayList<>();
        int end = 0;
        for (Found found : all) {
            if (found.from() >= end) {
                apart.add(found);
                end = found.to();
            }
        }
        return apart;
    }
}
