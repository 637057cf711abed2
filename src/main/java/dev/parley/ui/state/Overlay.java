package dev.parley.ui.state;

import dev.parley.terminal.Input;
import dev.parley.terminal.Surface;
import java.util.List;

/** Something that stands over the panes and takes the keys meanwhile. UI thread only. */
public interface Overlay {
    /** Draws itself over what is there: everything but row 1 and the row of hints. */
    Cursor draw(Surface screen, Look look);

    /** What its keys do. */
    default List<Hint> hints() {
        return List.of();
    }

    /** The person closed it without an answer, whatever it is about. */
    default void dismissed() {}

    /** Takes an input; whatever it does beyond itself it does through what it was made with. */
    Answer take(Input input);

    enum Answer {
        /** Taken; it stays. */
        STAY,
        /** Taken; it goes. */
        DONE,
        /** Not for it: the keys that work everywhere may have it. */
        PASS
    }
}
