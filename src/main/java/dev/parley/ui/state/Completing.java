package dev.parley.ui.state;

/**
 * A choice among completions: the chosen one stands in the input. Immutable.
 *
 * @param typed the text that they complete
 * @param chosen from 0
 */
public record Completing(String typed, int chosen) {}
