package dev.parley.referee;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What goes wrong with one request.
 *
 * @param committed whether it takes effect
 * @param told whether the socket that asked gets the notifications it causes; other sockets always do
 * @param answered whether it is answered
 * @param close the code with which that socket is closed afterwards; 0 cuts it off without a word
 * @param refusal what is answered instead
 */
public record Fault(boolean committed, boolean told, boolean answered, OptionalInt close, Optional<Refusal> refusal) {
    /** An error's code and words. */
    public record Refusal(int code, String words) {}

    /** It takes effect and the socket sees so, but no answer comes. */
    public static Fault dropAnswer() {
        return new Fault(true, true, false, OptionalInt.empty(), Optional.empty());
    }

    /** It takes effect, and the socket that asked hears nothing of it at all. */
    public static Fault dropAnswerAndNotification() {
        return new Fault(true, false, false, OptionalInt.empty(), Optional.empty());
    }

    /** As if it never arrived. */
    public static Fault swallow() {
        return new Fault(false, false, false, OptionalInt.empty(), Optional.empty());
    }

    /** It takes no effect, and the socket is closed; code 0 cuts it off. */
    public static Fault closeBefore(int code) {
        return new Fault(false, false, false, OptionalInt.of(code), Optional.empty());
    }

    /** It takes effect, and the socket is closed before it hears so; code 0 cuts it off. */
    public static Fault closeAfter(int code) {
        return new Fault(true, false, false, OptionalInt.of(code), Optional.empty());
    }

    /** It takes no effect and is answered with an error. */
    public static Fault refuse(int code, String words) {
        return new Fault(false, false, true, OptionalInt.empty(), Optional.of(new Refusal(code, words)));
    }
}
