package dev.parley.sandbox;

/** A sandbox that cannot start or go on. The message is a sentence for the person. */
public final class SandboxRefused extends Exception {
    public enum Why {
        /** The port is taken or not ours to take. */
        PORT,
        /** Another sandbox holds the folder; the sentence names its process. */
        IN_USE,
        /** The folder cannot be read or written, or holds something else. */
        FOLDER
    }

    private final Why why;

    SandboxRefused(Why why, String sentence, Throwable cause) {
        super(sentence, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
