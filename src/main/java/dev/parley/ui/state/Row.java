package dev.parley.ui.state;

import dev.parley.conversation.Place;

/** A row of the list. {@code open} rows stand above the closed ones; an unopened place counts as open. */
public record Row(Place place, boolean open) {}
