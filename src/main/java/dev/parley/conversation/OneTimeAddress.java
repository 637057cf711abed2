package dev.parley.conversation;

/**
 * The address of a secure form with the tokens in it that hold once: never kept, logged or shown (RELIABILITY.md 3.5). What
 * may be shown is {@link #shown}. Immutable; equal to itself only.
 */
public final class OneTimeAddress {
    private final String shown;
    private final String secret;

    /**
     * @param shown the address without its tokens
     * @param secret what follows it
     */
    public OneTimeAddress(String shown, String secret) {
        this.shown = shown;
        this.secret = secret;
    }

    /** Without the tokens. */
    public String shown() {
        return shown;
    }

    /** All of it, for whoever opens or copies it. */
    public String reveal() {
        return shown + secret;
    }

    @Override
    public String toString() {
        return shown + "[redacted]";
    }
}
