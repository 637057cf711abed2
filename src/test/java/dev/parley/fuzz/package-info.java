/**
 * Hostile bytes for whatever reads them. In every build each {@link dev.parley.fuzz.Target} takes the attack strings, the
 * example frames, the inputs that once broke it (kept in the test resources) and some seeded mutations of all these; in the
 * full dose Jazzer drives it in a process of its own, because it instruments everything that it runs with.
 */
@NullMarked
package dev.parley.fuzz;

import org.jspecify.annotations.NullMarked;
