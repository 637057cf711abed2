/**
 * The table of actions and everything that is read out of it: which key or command runs what, the hint line, help, the palette,
 * the README's key table, and rebinding. The actions themselves are made where the screen's state is known ({@code C}).
 * The tables are immutable; a {@link dev.parley.ui.keys.Chord} belongs to the UI thread.
 */
@NullMarked
package dev.parley.ui.keys;

import org.jspecify.annotations.NullMarked;
