/**
 * The real program, started as a person or a script starts it: a JVM of its own, on a real pty where there is to be a
 * terminal. Slow, so only what cannot be seen from within the process.
 */
@NullMarked
package dev.parley.pty;

import org.jspecify.annotations.NullMarked;
