package dev.parley.ui.keys;

/** What a key sequence means. */
public sealed interface Lookup<C> {
    record Found<C>(Action<C> action) implements Lookup<C> {}

    /** More keys must follow. */
    record Begun<C>() implements Lookup<C> {}

    record Unbound<C>() implements Lookup<C> {}
}
