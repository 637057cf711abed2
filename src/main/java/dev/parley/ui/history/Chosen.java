package dev.parley.ui.history;

/**
 * Where a person stands among what can be chosen in the item of this key.
 *
 * @param target the one that Enter would act on, from 0
 */
public record Chosen(String key, int target) {}
