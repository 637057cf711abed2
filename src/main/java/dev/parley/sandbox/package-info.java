/**
 * A stand-in for LivePerson's messaging service on this machine, so that Parley works with no account.
 * It runs in a Vert.x of its own and shares nothing with the client but the protocol's words.
 * Started by the command line, embedded or alone.
 */
@NullMarked
package dev.parley.sandbox;

import org.jspecify.annotations.NullMarked;
