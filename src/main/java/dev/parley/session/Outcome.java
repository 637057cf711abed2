package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.protocol.Frame;
import org.jspecify.annotations.Nullable;

/** How a request ended; every one does. */
sealed interface Outcome {
    record Answered(Frame.Response response) implements Outcome {}

    /** No answer in time; one may still come. */
    record TimedOut() implements Outcome {}

    /** The socket closed, or was not open. */
    record Cut() implements Outcome {}

    /** Whether the service did it. */
    default boolean isOk() {
        return this instanceof Answered answered && !answered.response().isError();
    }

    /** For the person, raw. */
    default String words() {
        if (this instanceof Answered answered) {
            return answered.response().words();
        }
        return this instanceof TimedOut ? "the service did not answer" : "the connection was lost";
    }

    /** The answer's body; null without one. */
    default @Nullable JsonNode body() {
        return this instanceof Answered answered ? answered.response().body() : null;
    }

    /** The answer's code; 0 without one. */
    default int code() {
        return this instanceof Answered answered ? answered.response().code() : 0;
    }
}
