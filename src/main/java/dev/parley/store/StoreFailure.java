package dev.parley.store;

import java.io.Serial;

/** Something could not be kept; the message is a reason that a person understands. */
final class StoreFailure extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    StoreFailure(String reason) {
        super(reason);
    }

    StoreFailure(String reason, Throwable cause) {
        super(reason, cause);
    }
}
