/**
 * The conversation's ports, kept. For now in memory.
 * Called by the sessions on the event loop; an implementation on disk does its work on a thread of its own.
 */
@NullMarked
package dev.parley.store;

import org.jspecify.annotations.NullMarked;
