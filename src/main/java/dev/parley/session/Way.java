package dev.parley.session;

import java.util.Optional;

/** How a consumer signs in of whom nothing is kept (PROTOCOL.md 2.1). */
public sealed interface Way {
    /** Flow A: each time somebody new. */
    record SignUp() implements Way {}

    /**
     * Flow B: somebody new too, who can be refreshed.
     *
     * @param connector its id; empty: the one that the account publishes for it
     */
    record Anonymous(Optional<String> connector) implements Way {}

    /** Flow C: what the brand gave, in the old form. */
    record OldForm(Proof authCode) implements Way {}

    /**
     * Flow D: what the brand gave, at a connector; where somebody is signed in already, flow E.
     *
     * @param redirectUri goes with a code and with nothing else: without one the proof is an id token
     */
    record Brand(String connector, Proof proof, Optional<String> redirectUri) implements Way {}

    /** Whether it is the brand that says who this is: then it is one consumer, and its token is the brand's to give again. */
    default boolean isBrands() {
        return this instanceof OldForm || this instanceof Brand;
    }

    /** Whether what the brand gave is good for one time only. */
    default boolean isForOnce() {
        return this instanceof OldForm
                || this instanceof Brand brand && brand.redirectUri().isPresent();
    }
}
