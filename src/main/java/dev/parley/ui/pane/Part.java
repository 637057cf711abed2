package dev.parley.ui.pane;

import dev.parley.text.SafeText;
import dev.parley.ui.theme.Slot;

/** A word of row 1; the lower the rank, the longer it stays as the row gets narrower. */
record Part(SafeText text, Slot slot, int rank) {}
