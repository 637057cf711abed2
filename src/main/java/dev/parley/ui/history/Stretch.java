package dev.parley.ui.history;

/** Rows one below the other: {@code from} to before {@code to}. */
public record Stretch(int from, int to) {
    public static final Stretch NONE = new Stretch(0, 0);

    public boolean has(int row) {
        return row >= from && row < to;
    }
}
