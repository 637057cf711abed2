/**
 * How quick the real program is while something goes wrong: run by the profile {@code scorecard}, which alone may fail on
 * time. In the usual build the same scenes are played with a few keys, and what counts is that each is echoed.
 */
@NullMarked
package dev.parley.bench;

import org.jspecify.annotations.NullMarked;
