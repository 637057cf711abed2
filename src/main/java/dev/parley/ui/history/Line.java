package dev.parley.ui.history;

import java.util.List;

/**
 * One row of history.
 *
 * @param fold whether it says that there is more of a message to show
 */
public record Line(List<Span> spans, boolean fold) {
    public Line {
        spans = List.copyOf(spans);
    }

    public Line(List<Span> spans) {
        this(spans, false);
    }
}
