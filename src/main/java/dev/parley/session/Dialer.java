package dev.parley.session;

/**
 * Opens one consumer's socket. Event loop; each call ends in {@link Ear#opened} or {@link Ear#failed}, once, unless it is no
 * longer wanted when its turn comes.
 */
interface Dialer {
    void dial(Ear ear);

    /** What one socket says. After {@code opened}: any number of the others, then {@code closed}, at least once. */
    interface Ear {
        /** Whether a socket would still be of use: a dial may wait long for its turn. */
        boolean isWanted();

        void opened(Wire wire);

        void failed(Trouble trouble);

        /** Something came in, of whatever kind. */
        void heard();

        void text(String frame);

        /** A message came that is no text. */
        void odd();

        /** The stream can no longer be relied upon (RELIABILITY.md, finding 7). */
        void broken(String why);

        /** @param reason the peer's words, raw */
        void closed(int code, String reason);
    }

    /** An open socket. */
    interface Wire {
        void write(String frame);

        void close();

        /** Stops reading until {@link #resume}. */
        void pause();

        void resume();
    }
}
