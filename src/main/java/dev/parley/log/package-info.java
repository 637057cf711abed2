/**
 * java.util.logging to a file, redacted and one line a record, so that nothing but Parley writes to the screen. Any thread.
 */
@NullMarked
package dev.parley.log;

import org.jspecify.annotations.NullMarked;
