package dev.parley.ui.app;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The days that a date picker lets one choose. Pure.
 *
 * @param today where the list begins if there is no first day, or it has passed
 * @param least the first day that may be chosen
 * @param most the last one
 */
record Days(LocalDate today, Optional<LocalDate> least, Optional<LocalDate> most) {
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    /** Nobody scrolls through more; a date that is typed may be any. */
    private static final int LISTED = 366;

    static String words(LocalDate day) {
        return WORDS.format(day);
    }

    /** Those whose words hold all of {@code query}; or the one that it names, as {@code 2026-12-24} or {@code 24.12.2026}. */
    List<LocalDate> fitting(String query) {
        Optional<LocalDate> named = named(query.strip());
        if (named.isPresent()) {
            return named.filter(this::allows).stream().toList();
        }
        List<String> wanted = List.of(query.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        List<LocalDate> fitting = new ArrayList<>();
        for (LocalDate day : listed()) {
            String words = (words(day) + " " + day).toLowerCase(Locale.ROOT);
            if (wanted.stream().allMatch(words::contains)) {
                fitting.add(day);
            }
        }
        return fitting;
    }

    private boolean allows(LocalDate day) {
        return least.filter(day::isBefore).isEmpty()
                && most.filter(day::isAfter).isEmpty();
    }

    private List<LocalDate> listed() {
        LocalDate end = most.orElse(today.plusDays(LISTED));
        LocalDate start = least.filter(first -> first.isAfter(today) || end.isBefore(today))
                .orElse(today);
        long days = Math.min(LISTED, ChronoUnit.DAYS.between(start, end) + 1);
        List<LocalDate> listed = new ArrayList<>();
        for (long i = 0; i < days; i++) {
            listed.add(start.plusDays(i));
        }
        return listed;
    }

    private static Optional<LocalDate> named(String query) {
        try {
            if (query.matches("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")) {
                String[] parts = query.split("-");
                return Optional.of(LocalDate.of(
                        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
            }
            if (query.matches("[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}")) {
                String[] parts = query.split("\\.");
                return Optional.of(LocalDate.of(
                        Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0])));
            }
            return Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
