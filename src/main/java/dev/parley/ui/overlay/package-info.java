/**
 * What stands over the panes and takes the keys meanwhile: questions, help, palette, go-to, facts.
 * Each is drawn in a clipped box; Esc backs out of it and destroys nothing. UI thread only.
 */
@NullMarked
package dev.parley.ui.overlay;

import org.jspecify.annotations.NullMarked;
