/**
 * What the screen shows, in one place: a copy of the inbox, the rows of the list, drafts, scroll positions, overlays, notices and switches.
 * Owned by the UI thread: behaviours change it, panes read it.
 */
@NullMarked
package dev.parley.ui.state;

import org.jspecify.annotations.NullMarked;
