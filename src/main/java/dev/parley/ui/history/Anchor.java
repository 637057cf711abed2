package dev.parley.ui.history;

/** What stands in the first row of a view that does not follow the newest message: a row of an item. */
public record Anchor(String key, int row) {}
