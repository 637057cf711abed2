package dev.parley.text;

import java.util.List;

/** Breaks a line at spaces where it can, inside words where it must. */
public final class Wrap {
    private Wrap() {}

    /**
     * Rows at most {@code columns} wide ({@code columns} at least 1; a cluster wider than that stands alone). Loses
     * nothing but the blanks at which it broke. At least one row.
     */
    public static List<SafeText> wrap(SafeText line, int columns) {
        throw new IllegalStateException("being built" + columns);
    }
}
