package dev.parley.terminal;

import dev.parley.text.CellWall;

/**
 * The second wall (RELIABILITY.md 3.1): the frame writer asks it about every cluster right before that becomes bytes. Handed
 * in, so that a test can take it out and see what the terminal would have got. Any thread.
 */
@FunctionalInterface
public interface Wall {
    /** As it is meant to be. */
    Wall CELLS = CellWall::isSafe;

    /** Whether nothing in it can be more than a picture in its cell. */
    boolean isSafe(String cluster);
}
