package dev.parley.host;

/** A folder or file that another user of this machine owns or may change. The message is a sentence for the person. */
public final class NotPrivate extends Exception {
    private static final long serialVersionUID = 1;

    NotPrivate(String sentence) {
        super(sentence);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
