/**
 * The service itself: accounts, tokens, conversations, sequences and the ledger on disk. State and answers, no sockets.
 * Owned by the sandbox's event loop.
 */
@NullMarked
package dev.parley.sandbox.service;

import org.jspecify.annotations.NullMarked;
