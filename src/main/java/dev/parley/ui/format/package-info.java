/** Words for numbers: times, durations, round trips, and the nearest known name. Pure; any thread. */
@NullMarked
package dev.parley.ui.format;

import org.jspecify.annotations.NullMarked;
