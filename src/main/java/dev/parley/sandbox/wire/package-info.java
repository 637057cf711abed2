/**
 * The service's front: HTTP and WebSocket on loopback. Owned by the sandbox's event loop.
 */
@NullMarked
package dev.parley.sandbox.wire;

import org.jspecify.annotations.NullMarked;
