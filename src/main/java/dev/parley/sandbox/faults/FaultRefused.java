package dev.parley.sandbox.faults;

/** A fault script that says something impossible. The message is a sentence that names source, line and what is wrong. */
public final class FaultRefused extends Exception {
    FaultRefused(String sentence) {
        super(sentence, null, false, false);
    }

    FaultRefused at(String place) {
        return new FaultRefused(place + ": " + getMessage());
    }
}
