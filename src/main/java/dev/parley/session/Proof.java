package dev.parley.session;

import dev.parley.host.Secret;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What the brand gave its consumer to sign in with: an id token or a code. */
public interface Proof {
    /**
     * As it is now: where it is a file, the brand may have put another one there. Any thread; completes on any, and fails
     * with a sentence for the person as its message.
     */
    CompletionStage<Secret> read();

    /** Where the person puts the next one, as in "put a new one into …"; for the eye. */
    String place();

    /** One that stays what it is. */
    static Proof of(Secret secret, String place) {
        return new Proof() {
            @Override
            public CompletionStage<Secret> read() {
                return CompletableFuture.completedStage(secret);
            }

            @Override
            public String place() {
                return place;
            }
        };
    }
}
