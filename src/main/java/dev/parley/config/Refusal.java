package dev.parley.config;

/**
 * Why Parley does not start, in one sentence that says what is wrong, where, and what to do.
 */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    /** Exit codes of EXPERIENCE.md section 5. */
    public static final int FAILED = 1;

    public static final int USAGE = 2;
    public static final int TOKEN = 3;
    public static final int IN_USE = 75;

    private final int exitCode;

    public Refusal(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
