package dev.parley.protocol;

/** A frame that is not a JSON object within the limits. The message says why and never quotes content. */
public final class MalformedFrame extends Exception {
    public MalformedFrame(String why) {
        super(why);
    }
}
