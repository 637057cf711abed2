package dev.parley.session;

import dev.parley.host.Secret;
import java.util.Optional;

/**
 * What makes one consumer the same again.
 *
 * @param token for the WebSocket; flow B's INT
 * @param external of flow B only: what that token comes from, and the next one
 */
public record Pass(Secret token, Optional<External> external) {
    /**
     * Flow B's EXT.
     *
     * @param connector at which it is good for a token
     */
    public record External(Secret token, String connector) {}

    public static Pass of(Secret token) {
        return new Pass(token, Optional.empty());
    }
}
