package dev.parley.ui.pane;

import dev.parley.ui.keys.HintLine;
import java.util.List;
import java.util.Optional;

/** What the table of actions has to offer just now. UI thread only. */
public interface Offers {
    /** The hints that fit. */
    List<HintLine.Part> hints(int columns);

    /** The keys that may follow those pressed so far, as many as fit. */
    List<HintLine.Part> following(String pressed, int columns);

    /** What a command that is typed may become. */
    List<Completion> completions(String input);

    /**
     * @param line what the input becomes
     * @param label how it is listed
     * @param off why it cannot be done now
     */
    record Completion(String line, String label, String description, Optional<String> off) {}
}
