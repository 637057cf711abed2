package dev.parley.terminal;

/** What can happen to a terminal that the program cannot go on without. Told on any thread; must not wait. */
public interface Fate {
    /** For who has nothing to do then but to leave on {@link Input.Ended}. */
    Fate LEFT_TO_THE_SINK = new Fate() {
        @Override
        public void gone() {
            // The sink is told.
        }

        @Override
        public void broken(Throwable bug) {
            // Likewise.
        }
    };

    /** The line is down: no output, no input, maybe no signal either. Once. */
    void gone();

    /** A bug ended a thread that the terminal needs. May come more than once. */
    void broken(Throwable bug);
}
