package dev.parley.ui.state;

import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the conversation that is shown. Immutable.
 *
 * @param words as typed
 * @param at the key of the item that was found; null before anything was
 * @param failed whether the last step found nothing
 */
public record Find(String words, @Nullable String at, boolean failed) {}
