/**
 * The clock and the one scheduler, handed in everywhere so that tests turn them by hand. Vert.x timers stand behind it.
 */
@NullMarked
package dev.parley.time;

import org.jspecify.annotations.NullMarked;
