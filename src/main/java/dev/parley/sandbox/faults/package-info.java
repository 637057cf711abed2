/**
 * What can go wrong on purpose: the words of a fault script, and which of its rules strikes when. Pure; the wire carries it
 * out. Rules may be read on any thread, a {@link dev.parley.sandbox.faults.RuleBook} belongs to the sandbox's event loop.
 */
@NullMarked
package dev.parley.sandbox.faults;

import org.jspecify.annotations.NullMarked;
