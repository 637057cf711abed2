package dev.parley.session;

/**
 * Why a token cannot be used.
 *
 * @param sentence one clear sentence for the person, without the token
 */
public record TokenProblem(Kind kind, String sentence) implements TokenReading {
    public enum Kind {
        MALFORMED,
        EXPIRED,
        OTHER_ACCOUNT
    }
}
