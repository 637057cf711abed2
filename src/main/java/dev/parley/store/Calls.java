package dev.parley.store;

import java.io.IOException;
import java.sql.SQLException;

/**
 * Asked before every call that reaches the disk, so that a test can let the k-th one fail, or let the program end there.
 * Worker thread.
 */
interface Calls {
    Calls UNHINDERED = call -> {};

    /** @param call what is about to be done, e.g. {@code COMMIT} */
    void before(String call) throws SQLException, IOException;
}
