/**
 * The command line. Knows all rooms and wires them together. Main thread.
 */
@NullMarked
package dev.parley.cli;

import org.jspecify.annotations.NullMarked;
