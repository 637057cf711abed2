package dev.parley.sandbox.service;

/** A request that is answered with an error: code and words of the string body (PROTOCOL.md 4.5, first shape). */
public final class Refusal extends RuntimeException {
    private static final int SILENCE = 0;

    private final int code;

    public Refusal(int code, String words) {
        super(words, null, false, false);
        this.code = code;
    }

    /** With a code that a quirk gives: three digits, or {@code silence} for no answer at all. */
    static Refusal as(String code, String words) {
        return new Refusal(code.equals("silence") ? SILENCE : Integer.parseInt(code), words);
    }

    public int code() {
        return code;
    }

    boolean isSilent() {
        return code == SILENCE;
    }

    public String words() {
        return String.valueOf(getMessage());
    }
}
