/**
 * The wire in LivePerson's own words: frames, requests, answers, notifications and events as records, and the codec.
 * No I/O and no policy. What it does not know survives as {@code Unknown…}, never as an exception: see PROTOCOL.md 4.3.
 * Called by the session on the event loop and by the sandbox on its own; everything here is immutable, so any thread may.
 * It is the one thing that client and sandbox share.
 */
@NullMarked
package dev.parley.protocol;

import org.jspecify.annotations.NullMarked;
