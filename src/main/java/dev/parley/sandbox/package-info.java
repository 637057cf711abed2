/**
 * A stand-in for LivePerson's messaging service on this machine, so that Parley works with no account.
 * It runs in a Vert.x of its own and shares nothing with the client but the protocol's words.
 * Started by the command line, embedded or alone.
 *
 * <p>{@code service} answers and keeps, {@code agents} talk back, {@code wire} speaks HTTP and WebSocket, {@code faults} is
 * the language in which it is told to go wrong. {@link dev.parley.sandbox.LedgerCheck} judges what was taken in.
 */
@NullMarked
package dev.parley.sandbox;

import org.jspecify.annotations.NullMarked;
