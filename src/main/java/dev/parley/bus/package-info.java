/**
 * The hall where screen and sessions meet: Commands one way, Updates the other, on the Vert.x event bus, by reference.
 * Handlers only put into the receiver's queue. What is posted before Vert.x is up waits and is replayed.
 * Called from the UI thread and from the event loop.
 */
@NullMarked
package dev.parley.bus;

import org.jspecify.annotations.NullMarked;
