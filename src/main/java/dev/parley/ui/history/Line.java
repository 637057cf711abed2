package dev.parley.ui.history;

import java.util.List;

/** One row of history. */
public record Line(List<Span> spans) {
    public Line {
        spans = List.copyOf(spans);
    }
}
