package dev.parley.ui.history;

import dev.parley.conversation.Place;
import dev.parley.conversation.TimelineItem;
import dev.parley.ui.state.Bugs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps a place's rows for as long as nothing they are made from has changed. UI thread only. */
public final class HistoryCache {
    /** What the view stands on, what was newest, what is looked for, and where they stood just before. */
    private static final int REMEMBERED = 8;

    private @Nullable Key key;
    private @Nullable HistoryRows rows;

    /** Where items stood when they were last looked for: mostly they still do. */
    private final Map<String, HistoryRows.Stood> places = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, HistoryRows.Stood> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * What rows are made from.
     *
     * @param place whose items they are
     * @param items a number that changes with the items
     * @param names likewise with the participants' names
     * @param newFrom the key of the item above which {@code new messages} stands
     * @param chosen what stands to be chosen
     * @param ticked what is ticked in cards, by their keys
     * @param unfolded how often more was asked for of a folded message, by its key
     */
    public record Key(
            Place place,
            long items,
            long names,
            HistoryStyle style,
            @Nullable String newFrom,
            @Nullable Chosen chosen,
            Map<String, Set<Integer>> ticked,
            Map<String, Integer> unfolded) {}

    /** @param ending stands below the last item; it changes with {@link Key#items} */
    public HistoryRows rows(
            Key wanted, Supplier<List<TimelineItem>> items, Names names, Optional<Ending> ending, Bugs bugs) {
        HistoryRows known = rows;
        if (known == null || !wanted.equals(key)) {
            known = new HistoryRows(items.get(), wanted, names, ending.orElse(null), bugs, places);
            rows = known;
            key = wanted;
        }
        return known;
    }
}
