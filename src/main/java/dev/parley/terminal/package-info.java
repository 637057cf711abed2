/**
 * The tty: raw mode, keys and paste in, one write a frame out, suspend and restore.
 * Lanterna's UnixTerminal and TerminalScreen are subclassed; cells, widths and bytes are our own, because Lanterna's destroy text.
 * The input reader is a thread that only enqueues; drawing happens on the UI thread.
 */
@NullMarked
package dev.parley.terminal;

import org.jspecify.annotations.NullMarked;
