package dev.parley.ui.history;

import dev.parley.conversation.Place;
import dev.parley.conversation.TimelineItem;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps a place's rows for as long as nothing they are made from has changed. UI thread only. */
public final class HistoryCache {
    private @Nullable Key key;
    private @Nullable HistoryRows rows;

    /**
     * What rows are made from.
     *
     * @param place whose items they are
     * @param items a number that changes with the items
     * @param names likewise with the participants' names
     * @param newFrom the key of the item above which {@code new messages} stands
     * @param chosen the quick reply that is chosen
     */
    public record Key(
            Place place,
            long items,
            long names,
            HistoryStyle style,
            @Nullable String newFrom,
            @Nullable Chosen chosen) {}

    /** @param ending stands below the last item; it changes with {@link Key#items} */
    public HistoryRows rows(Key wanted, Supplier<List<TimelineItem>> items, Names names, Optional<Ending> ending) {
        HistoryRows known = rows;
        if (known == null || !wanted.equals(key)) {
            known = new HistoryRows(
                    items.get(), wanted.style(), names, wanted.newFrom(), wanted.chosen(), ending.orElse(null));
            rows = known;
            key = wanted;
        }
        return known;
    }
}
