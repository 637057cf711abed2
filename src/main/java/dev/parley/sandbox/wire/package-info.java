/**
 * The service's front: HTTP and WebSocket on loopback, who may come in, and the faults put on what passes. Owned by the
 * sandbox's event loop.
 */
@NullMarked
package dev.parley.sandbox.wire;

import org.jspecify.annotations.NullMarked;
