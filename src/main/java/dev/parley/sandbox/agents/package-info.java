/**
 * Those who answer in the sandbox: Ada and others, through the one port that outside agents will use too.
 * Called on the sandbox's event loop.
 */
@NullMarked
package dev.parley.sandbox.agents;

import org.jspecify.annotations.NullMarked;
