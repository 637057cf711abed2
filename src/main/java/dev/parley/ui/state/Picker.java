package dev.parley.ui.state;

import dev.parley.conversation.Targets.Target;
import dev.parley.conversation.TimelineItem;
import java.util.List;

/**
 * What of a turn the person is choosing from. Immutable.
 *
 * @param said the turn that offers it
 * @param targets what can be chosen in it, at least one
 * @param chosen the one that Enter would act on, from 0
 * @param typed the digits that chose it: where text follows them, they were meant as text
 * @param followed whether the view followed the newest turn before
 */
public record Picker(TimelineItem.Said said, List<Target> targets, int chosen, String typed, boolean followed) {
    public Picker {
        targets = List.copyOf(targets);
    }

    public Picker choose(int index, String digits) {
        return new Picker(said, targets, index, digits, followed);
    }

    public Target target() {
        return targets.get(chosen);
    }
}
