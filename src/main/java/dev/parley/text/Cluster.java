package dev.parley.text;

/**
 * One grapheme cluster (UAX 29) that is safe to put into a terminal cell.
 *
 * @param width columns: 0 never occurs, 1 or 2
 * @param mark whether it is our own sign for something that was not safe to show, e.g. {@code ^[}
 */
public record Cluster(String text, int width, boolean mark) {}
