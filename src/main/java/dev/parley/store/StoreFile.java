package dev.parley.store;

import java.io.IOException;
import java.sql.SQLException;

/** A file of the store as its {@link Shelf} uses it. Worker thread only. */
interface StoreFile<S> {
    /** Makes, mends and moves it to the present version where that is needed. Called again after {@link #close}. */
    S open() throws SQLException, IOException, StoreFailure;

    Sql sql(S opened);

    /** The last step before a commit. */
    void finish(S opened) throws SQLException, IOException;

    /**
     * Something was not done, and the transaction is rolled back.
     *
     * @return whether the file can stay open
     */
    boolean survives(S opened, Exception failure);
}
