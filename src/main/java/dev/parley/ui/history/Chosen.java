package dev.parley.ui.history;

/** The quick reply, from 0, that is chosen in the item of this key. */
public record Chosen(String key, int reply) {}
