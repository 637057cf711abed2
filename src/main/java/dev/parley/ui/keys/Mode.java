package dev.parley.ui.keys;

import org.jspecify.annotations.Nullable;

/** Where a key is pressed: the same key may do one thing here and another there. */
public record Mode(String name) {
    /** An action of this mode can be reached from every other one. */
    public static final Mode EVERYWHERE = new Mode("everywhere");

    /** The three panes, the cursor in the input. */
    public static final Mode CONVERSATION = new Mode("conversation");

    /** A message of the history is selected. What is not bound in it does what it does in {@link #CONVERSATION}. */
    public static final Mode MESSAGE = new Mode("message");

    boolean meets(Mode other) {
        return equals(other) || equals(EVERYWHERE) || other.equals(EVERYWHERE);
    }

    // By hand, here and in KeySequence and Key: what a record has by itself is linked when first used, which costs the
    // first frame some 40 ms in all, and these are compared by the thousand when the table is checked.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Mode mode && mode.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
