package dev.parley.session;

import java.util.function.Function;

/**
 * How the consumers of this client sign in and show their tokens.
 *
 * @param way of those of whom nothing is kept
 * @param inBand whether the token goes into the first frame rather than into the upgrade's header (PROTOCOL.md 3.2)
 * @param files reads an id token or a code from the file of that name
 */
public record Signing(Way way, boolean inBand, Function<String, Proof> files) {
    /** Signs up, and reads no files. */
    public static final Signing UP = new Signing(new Way.SignUp(), false, name -> {
        throw new IllegalStateException("no files here");
    });
}
