package dev.parley.store;

import java.io.Serial;

/** What was read is not what was written. */
final class Damaged extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    Damaged(String how) {
        super(how);
    }
}
