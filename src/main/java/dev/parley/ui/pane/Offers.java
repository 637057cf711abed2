package dev.parley.ui.pane;

import dev.parley.ui.keys.HintLine;
import java.util.List;
import java.util.Optional;

/** What the table of actions has to offer just now. UI thread only. */
public interface Offers {
    /** The hints that fit. */
    List<HintLine.Part> hints(int columns);

    /** Commands that begin with what is typed. */
    List<Completion> completions(String input);

    /** @param off why it cannot be done now */
    record Completion(String command, String description, Optional<String> off) {}
}
