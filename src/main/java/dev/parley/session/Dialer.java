package dev.parley.session;

import io.vertx.core.Future;

/**
 * Opens one consumer's socket. Event loop; each call ends in {@link Ear#opened} or {@link Ear#failed}, once, unless it is no
 * longer wanted when its turn comes.
 */
interface Dialer {
    void dial(Ear ear);

    /**
     * The last socket has been closed by the service.
     *
     * @param trusted whether it had answered there as it answers only who is signed in
     * @return what the next dial does about the token
     */
    default Remedy ended(int code, boolean trusted) {
        return Remedy.NONE;
    }

    /** The service has answered as it answers only who is signed in. */
    default void proven() {}

    /** Makes the consumer who the brand says it is (PROTOCOL.md 2.1, flow E), from the next dial on. Fails with {@link Trouble}. */
    default Future<Token> stepUp(Way.Brand way) {
        return Future.failedFuture(new Trouble(Trouble.Hope.NONE, "nobody can sign in here"));
    }

    /** What one socket says. After {@code opened}: any number of the others, then {@code closed}, at least once. */
    interface Ear {
        /** Whether a socket would still be of use: a dial may wait long for its turn. */
        boolean isWanted();

        void opened(Wire wire);

        void failed(Trouble trouble);

        /** For the trace: a frame of before {@code opened}, with its direction. */
        default void overheard(String line) {}

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
