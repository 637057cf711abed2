package dev.parley.host;

/**
 * A token or key on its way from where it is kept to where it is used. It never shows itself, neither in {@link #toString}
 * nor in an exception or a log. Immutable; any thread.
 */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The value itself: for a header, a token's reader or a private file, and nobody else (SecretUseTest). */
    public String reveal() {
        return value;
    }

    /** Whether both are the same value. */
    public boolean sameAs(Secret other) {
        return value.equals(other.value);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
