/**
 * The loop and what the keys do: one thread takes an event, drains what else waits, lets the behaviours change the state, and draws once.
 * Behaviours are grouped by what the person is doing (sending, switching, reading, quitting …); the table of actions names them all.
 */
@NullMarked
package dev.parley.ui.app;

import org.jspecify.annotations.NullMarked;
