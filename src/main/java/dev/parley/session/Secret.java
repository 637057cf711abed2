package dev.parley.session;

/**
 * Something that must not be seen: a token, a key. It shows itself only to this room, never by way of {@link #toString},
 * an exception or a log. Immutable; any thread.
 */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(value);
    }

    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
