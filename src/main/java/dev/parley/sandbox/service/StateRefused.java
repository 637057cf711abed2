package dev.parley.sandbox.service;

/** The state folder cannot be used. The message is a sentence for the person who started the sandbox. */
public final class StateRefused extends Exception {
    private final boolean inUse;

    public StateRefused(String sentence) {
        this(sentence, false);
    }

    StateRefused(String sentence, boolean inUse) {
        super(sentence);
        this.inUse = inUse;
    }

    /** Whether another sandbox holds the folder. */
    public boolean inUse() {
        return inUse;
    }
}
