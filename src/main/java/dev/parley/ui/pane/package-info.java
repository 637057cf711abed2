/**
 * The parts of the screen: functions from state and rectangle to cells. They change nothing, and they cannot paint outside their rectangle.
 * Called once a frame by {@link dev.parley.ui.pane.Frame}, on the UI thread.
 */
@NullMarked
package dev.parley.ui.pane;

import org.jspecify.annotations.NullMarked;
