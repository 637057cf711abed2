package dev.parley.ui.state;

import dev.parley.conversation.Place;

/**
 * The message that has been selected. Immutable.
 *
 * @param place whose message it is
 * @param key names it, whatever becomes of it and of what stands around it
 * @param index where it stood when it was last looked for: its neighbour takes over where it is gone
 * @param followed whether the view followed the newest turn before
 */
public record Selection(Place place, String key, int index, boolean followed) {
    public Selection to(String otherKey, int otherIndex) {
        return new Selection(place, otherKey, otherIndex, followed);
    }

    Selection in(Place renamed) {
        return new Selection(renamed, key, index, followed);
    }
}
