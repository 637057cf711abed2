package dev.parley.ui.app;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A day in the format that a date picker asks for. LivePerson's samples write it in the letters of moment.js ({@code MMMM Do
 * YYYY}); those that name no part of a day stand for themselves. Pure.
 */
final class DayFormat {
    /** The longer first: each begins with the shorter ones. */
    private static final List<Map.Entry<String, String>> PARTS = List.of(
            Map.entry("YYYY", "uuuu"),
            Map.entry("yyyy", "uuuu"),
            Map.entry("YY", "uu"),
            Map.entry("yy", "uu"),
            Map.entry("MMMM", "MMMM"),
            Map.entry("MMM", "MMM"),
            Map.entry("MM", "MM"),
            Map.entry("M", "M"),
            Map.entry("DDDD", "DDD"),
            Map.entry("DD", "dd"),
            Map.entry("dddd", "EEEE"),
            Map.entry("ddd", "EEE"),
            Map.entry("dd", "dd"),
            Map.entry("D", "d"),
            Map.entry("d", "d"),
            Map.entry("EEEE", "EEEE"),
            Map.entry("EEE", "EEE"));

    private DayFormat() {}

    /** @param format empty for {@code 2026-12-24} */
    static String of(String format, LocalDate day) {
        if (format.isBlank()) {
            return day.toString();
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            if (format.startsWith("Do", at)) {
                out.append(ordinal(day.getDayOfMonth()));
                at += 2;
                continue;
            }
            Optional<Map.Entry<String, String>> part = part(format, at);
            part.map(known -> DateTimeFormatter.ofPattern(known.getValue(), Locale.ENGLISH))
                    .ifPresentOrElse(known -> out.append(known.format(day)), literally(format.charAt(at), out));
            at += part.map(known -> known.getKey().length()).orElse(1);
        }
        return out.toString();
    }

    private static Runnable literally(char letter, StringBuilder out) {
        return () -> out.append(letter);
    }

    private static Optional<Map.Entry<String, String>> part(String format, int at) {
        return PARTS.stream()
                .filter(part -> format.startsWith(part.getKey(), at))
                .findFirst();
    }

    private static String ordinal(int day) {
        int last = day % 10;
        boolean teen = day / 10 == 1;
        String end = teen || last == 0 || last > 3 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd";
        return day + end;
    }
}
