/**
 * The screen: panes, overlays, the table of actions, key map, themes and the loop that owns them.
 * One thread takes one input (key, update, tick, resize), drains what else waits and draws once, only when something changed.
 * Panes are functions from state and rectangle to cells and draw SafeText only.
 */
@NullMarked
package dev.parley.ui;

import org.jspecify.annotations.NullMarked;
