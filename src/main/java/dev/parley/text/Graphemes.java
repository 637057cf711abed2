package dev.parley.text;

/** Extended grapheme clusters (UAX 29, Unicode 16) in raw text, for editing. Indices are UTF-16. */
public final class Graphemes {
    private Graphemes() {}

    /** Where the cluster that begins at {@code from} ends; {@code text.length()} at the end. */
    public static int next(CharSequence text, int from) {
        throw new IllegalStateException("being built");
    }

    /** Where the cluster that ends at {@code from} begins; 0 at the start. */
    public static int previous(CharSequence text, int from) {
        throw new IllegalStateException("being built");
    }
}
