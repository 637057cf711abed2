package dev.parley.ui.keys;

/** Where a key is pressed: the same key may do one thing here and another there. */
public record Mode(String name) {
    /** An action of this mode can be reached from every other one. */
    public static final Mode EVERYWHERE = new Mode("everywhere");

    /** The three panes, the cursor in the input. */
    public static final Mode CONVERSATION = new Mode("conversation");

    boolean meets(Mode other) {
        return equals(other) || equals(EVERYWHERE) || other.equals(EVERYWHERE);
    }
}
