/**
 * The input line: text with a cursor that moves by grapheme clusters, kill ring, undo, history and its search, and the
 * picture of it. Called by the panes and by the table of actions on the UI thread, which owns every object here.
 * Raw text goes in and comes out unchanged but for line breaks, which are LF; only {@link dev.parley.ui.edit.EditorView}
 * makes it safe to look at.
 */
@NullMarked
package dev.parley.ui.edit;

import org.jspecify.annotations.NullMarked;
