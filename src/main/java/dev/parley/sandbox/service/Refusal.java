package dev.parley.sandbox.service;

/** A request that is answered with an error: code and words of the string body (PROTOCOL.md 4.5, first shape). */
public final class Refusal extends RuntimeException {
    private final int code;

    Refusal(int code, String words) {
        super(words, null, false, false);
        this.code = code;
    }

    public int code() {
        return code;
    }

    public String words() {
        return String.valueOf(getMessage());
    }
}
