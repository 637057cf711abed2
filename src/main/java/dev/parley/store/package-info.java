/**
 * The conversation's ports, kept on disk ({@link dev.parley.store.DiskStore}) or, for tests and where there is no disk, in
 * memory ({@link dev.parley.store.MemoryPorts}).
 * Called by the sessions on the event loop; a {@link dev.parley.store.DiskStore} does its work on one thread of its own.
 * From the outside in: a port (Disk…) hands a {@code Job} to the {@code Shelf} of its file, the {@code Worker} runs them, the
 * file ({@code MineFile}, {@code HistoryFile}, {@code SnapshotFile}) is opened, mended or moved to a new version, {@code Sql}
 * speaks to SQLite.
 */
@NullMarked
package dev.parley.store;

import org.jspecify.annotations.NullMarked;
