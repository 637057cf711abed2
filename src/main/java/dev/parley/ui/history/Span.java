package dev.parley.ui.history;

import dev.parley.text.SafeText;
import dev.parley.ui.theme.Slot;

/** A piece of a row; the slot names its look, so that a change of theme lays nothing out anew. */
public record Span(int column, SafeText text, Slot slot) {}
