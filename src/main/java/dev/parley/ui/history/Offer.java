package dev.parley.ui.history;

import java.util.List;
import java.util.Set;

/**
 * How what can be chosen in an item stands now, each by its number among the item's targets.
 *
 * @param target the one that Enter would act on; -1 for none
 * @param ticked boxes and cards that are ticked
 * @param made what was chosen before
 * @param replies whether its quick replies can still be chosen: they are gone with the next message (PROTOCOL.md 10.3)
 */
record Offer(int target, Set<Integer> ticked, List<Integer> made, boolean replies) {}
