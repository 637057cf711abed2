package dev.parley.text;

import dev.parley.text.Pii.Found;
import dev.parley.text.Pii.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds IBANs: two letters of a country that has them, its length, and the check of ISO 7064 mod 97-10. */
final class Ibans {
    /** Country and length, from the SWIFT registry. */
    private static final String LENGTHS =
            "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 "
                    + "DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 "
                    + "IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 "
                    + "MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 "
                    + "ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";

    private static final Map<String, Integer> BY_COUNTRY = byCountry();

    private Ibans() {}

    static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at + 4 < text.length()) {
            int end = starts(text, at) ? end(text, at) : -1;
            if (end >= 0) {
                found.add(new Found(Kind.IBAN, at, end));
                at = end;
            } else {
                at++;
            }
        }
        return found;
    }

    private static boolean starts(String text, int at) {
        return Digits.isAsciiLetter(text.charAt(at))
                && Digits.isAsciiLetter(text.charAt(at + 1))
                && Digits.isDigit(text.charAt(at + 2))
                && Digits.isDigit(text.charAt(at + 3))
                && !Digits.isWordAt(text, at - 1);
    }

    /** Where the IBAN that begins at {@code start} ends; -1 when there is none. */
    private static int end(String text, int start) {
        Integer length = BY_COUNTRY.get(text.substring(start, start + 2).toUpperCase(Locale.ROOT));
        if (length == null) {
            return -1;
        }
        StringBuilder iban = new StringBuilder();
        int at = start;
        while (iban.length() < length) {
            if (at >= text.length()) {
                return -1;
            }
            char c = text.charAt(at);
            if (Digits.isDigit(c)) {
                iban.append((char) ('0' + Digits.value(c)));
            } else if (Digits.isAsciiLetter(c)) {
                iban.append(Character.toUpperCase(c));
            } else if (c != ' ' && c != '-' || !Digits.isWordAt(text, at - 1)) {
                return -1;
            }
            at++;
        }
        return !Digits.isWordAt(text, at) && mod97(iban) == 1 ? at : -1;
    }

    private static int mod97(CharSequence iban) {
        int rest = 0;
        for (int i = 0; i < iban.length(); i++) {
            char c = iban.charAt((i + 4) % iban.length());
            rest = c <= '9' ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
        }
        return rest;
    }

    private static Map<String, Integer> byCountry() {
        Map<String, Integer> lengths = new HashMap<>();
        for (String entry : LENGTHS.split(" ")) {
            lengths.put(entry.substring(0, 2), Integer.parseInt(entry.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
