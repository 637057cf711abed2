package dev.parley.sandbox.service;

/**
 * Where everything that happens is written before anybody hears of it. Owned by the sandbox's event loop: every method is
 * called there and every task runs there.
 */
public interface Ledger {
    /** Adds an entry. What is added within one turn of the loop stands or falls together. */
    void append(LedgerEntry entry);

    /** Runs {@code task} once everything appended so far is kept, in the order of the calls; at once if it is already. */
    void afterwards(Runnable task);

    /** Runs {@code done} when everything is kept and the ledger takes no more. */
    void close(Runnable done);

    /** Keeps nothing beyond the process: for tests. */
    static Ledger inMemory() {
        return new Ledger() {
            @Override
            public void append(LedgerEntry entry) {}

            @Override
            public void afterwards(Runnable task) {
                task.run();
            }

            @Override
            public void close(Runnable done) {
                done.run();
            }
        };
    }
}
