/**
 * This machine, of which other users are hostile: folders and files that only we may read, who holds a folder, secrets on
 * their way, the processes that we start. Below all other rooms but text. Blocking, so never on the event loop; any other
 * thread. RELIABILITY.md 3.4 and 3.5.
 */
@NullMarked
package dev.parley.host;

import org.jspecify.annotations.NullMarked;
