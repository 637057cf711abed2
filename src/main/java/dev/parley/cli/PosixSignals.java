package dev.parley.cli;

import dev.parley.terminal.Signals;

/** What the host tells us to do. */
final class PosixSignals {
    private PosixSignals() {}

    /** @param name without SIG; {@code action} runs on a thread of the JVM's own */
    static void on(String name, Runnable action) {
        Signals.handle(name, action);
    }
}
