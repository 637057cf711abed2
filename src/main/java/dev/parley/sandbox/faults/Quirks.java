package dev.parley.sandbox.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which way each {@link Quirk} goes at the moment. Owned by the sandbox's event loop. */
public final class Quirks {
    private final Map<Quirk, String> unusual = new EnumMap<>(Quirk.class);

    /**
     * Reads {@code NAME=VALUE}, or {@code NAME} for the first value that is not the usual one.
     *
     * @throws FaultRefused with a sentence that says what there is instead
     */
    public static Map.Entry<Quirk, String> parse(String written) throws FaultRefused {
        String[] parts = written.strip().split("=", 2);
        Quirk quirk =
                Quirk.of(parts[0]).orElseThrow(() -> new FaultRefused("there is no quirk " + Step.shown(parts[0])));
        if (parts.length == 1 && quirk.unusual().isEmpty()) {
            throw new FaultRefused(quirk.word() + " takes a number, " + quirk.choices());
        }
        String value = parts.length == 1 ? quirk.unusual().orElseThrow() : parts[1];
        if (!quirk.admits(value)) {
            throw new FaultRefused(quirk.word() + " is " + quirk.choices() + ", not " + Step.shown(value));
        }
        return Map.entry(quirk, value);
    }

    /** One a line; empty lines, and those that begin with {@code #}, say nothing. None counts when one cannot be read. */
    public static Map<Quirk, String> read(String lines) throws FaultRefused {
        Map<Quirk, String> read = new EnumMap<>(Quirk.class);
        for (String line : lines.split("\\R", -1)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                Map.Entry<Quirk, String> one = parse(line);
                read.put(one.getKey(), one.getValue());
            }
        }
        return read;
    }

    public void set(Quirk quirk, String value) {
        if (!quirk.admits(value)) {
            throw new IllegalArgumentException(quirk.word() + " is " + quirk.choices());
        }
        if (value.equals(quirk.usual())) {
            unusual.remove(quirk);
        } else {
            unusual.put(quirk, value);
        }
    }

    public void set(Map<Quirk, String> values) {
        values.forEach(this::set);
    }

    /** All as usual. */
    public void clear() {
        unusual.clear();
    }

    public String of(Quirk quirk) {
        return unusual.getOrDefault(quirk, quirk.usual());
    }

    public boolean is(Quirk quirk, String value) {
        return of(quirk).equals(value);
    }

    public int number(Quirk quirk) {
        return Integer.parseInt(of(quirk));
    }

    /** Whether nothing is bent, so that nobody need look. */
    public boolean areUsual() {
        return unusual.isEmpty();
    }

    /** The table of them all, as lines of at most 110 columns for people. */
    public static List<String> help() {
        List<String> lines = new ArrayList<>(List.of(
                "Quirks: where nobody knows, or accounts differ, the service goes the first of these ways, or another.",
                ""));
        for (Quirk quirk : Quirk.values()) {
            lines.add("  " + quirk.word() + "=" + quirk.choices());
            lines.add("      " + quirk.meaning());
        }
        return List.copyOf(lines);
    }
}
