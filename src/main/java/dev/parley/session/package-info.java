/**
 * A session per consumer: sign-in, the link with its heartbeat and back-off, requests in flight, subscriptions, sending.
 * It translates the protocol into the conversation's words and owns the authoritative model of its consumer.
 * Everything runs on the one Vert.x event loop; nothing here blocks.
 */
@NullMarked
package dev.parley.session;

import org.jspecify.annotations.NullMarked;
