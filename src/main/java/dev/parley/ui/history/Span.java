package dev.parley.ui.history;

import dev.parley.text.SafeText;
import dev.parley.ui.theme.Slot;

/**
 * A piece of a row; the slot names its look, so that a change of theme lays nothing out anew.
 *
 * @param bold whether it is bold beyond that, because who wrote it wanted it so
 * @param italic likewise
 */
public record Span(int column, SafeText text, Slot slot, boolean bold, boolean italic) {
    public Span(int column, SafeText text, Slot slot) {
        this(column, text, slot, false, false);
    }

    Span moved(int columns) {
        return new Span(column + columns, text, slot, bold, italic);
    }
}
