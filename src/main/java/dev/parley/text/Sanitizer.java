package dev.parley.text;

import java.util.List;

/** The one door from raw text to {@link SafeText}. RELIABILITY.md 3.1 and 3.2. Immutable. */
public final class Sanitizer {
    /** For terminals (nearly all) that draw East Asian Ambiguous characters in one column. */
    public static final Sanitizer NARROW = new Sanitizer(false);

    /** For terminals that draw them in two ({@code --ambiguous wide}). */
    public static final Sanitizer WIDE = new Sanitizer(true);

    private final boolean ambiguousWide;

    private Sanitizer(boolean ambiguousWide) {
        this.ambiguousWide = ambiguousWide;
    }

    /** For one-line fields: line breaks become {@code ⏎}. */
    public SafeText line(String raw) {
        throw new IllegalStateException("being built" + ambiguousWide);
    }

    /** For bodies: one element a line; at least one element. */
    public List<SafeText> block(String raw) {
        throw new IllegalStateException("being built");
    }
}
