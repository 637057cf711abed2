/**
 * The other service: a messaging server for tests, written from the example frames of PROTOCOL.md alone. It shares no code
 * with {@code dev.parley.protocol} nor with the sandbox, so what both of those understood wrongly shows here.
 * {@link Referee} is the way in: start one, point a client at {@link Referee#lookup()}, misbehave with {@link Quirk} and
 * {@link Fault}, and afterwards read the ledger and the fouls. It runs on one event loop of its own.
 */
@NullMarked
package dev.parley.referee;

import org.jspecify.annotations.NullMarked;
