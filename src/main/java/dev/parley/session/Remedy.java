package dev.parley.session;

/** What the next dial does about a token that the service seems not to take any more. */
enum Remedy {
    /** Shows the same token again: there is no other. */
    NONE,
    /** Asks for another one first. */
    ASKS,
    /** Nothing: one that was given a moment ago is not taken either, so the person is asked. */
    PERSON,
    /** Another one is at hand, or another way to show it: nothing was refused that would be shown again. */
    AT_HAND
}
