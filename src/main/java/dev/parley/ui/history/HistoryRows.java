package dev.parley.ui.history;

import dev.parley.conversation.TimelineItem;
import dev.parley.text.SafeText;
import dev.parley.ui.state.Bugs;
import dev.parley.ui.theme.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The items of one place, laid out as they come into view. UI thread only. */
public final class HistoryRows implements Rows {
    private static final int KEPT = 2_000;
    /** How far back the turn before an item is looked for. */
    private static final int LOOK_BACK = 16;

    private final List<TimelineItem> items;
    private final HistoryCache.Key from;
    private final ItemLayout layout;
    private final @Nullable Ending ending;
    private final Bugs bugs;
    private final Map<String, Stood> places;
    private final Map<Integer, List<Line>> laid = new LinkedHashMap<>();

    /**
     * @param ending what stands below the last item
     * @param places where items stood when they were last looked for, by their keys
     */
    HistoryRows(
            List<TimelineItem> items,
            HistoryCache.Key from,
            Names names,
            @Nullable Ending ending,
            Bugs bugs,
            Map<String, Stood> places) {
        this.items = items;
        this.from = from;
        this.layout = new ItemLayout(from.style(), names);
        this.ending = ending;
        this.bugs = bugs;
        this.places = places;
    }

    @Override
    public int size() {
        return items.size();
    }

    public TimelineItem item(int index) {
        return items.get(index);
    }

    @Override
    public String key(int item) {
        return ItemKey.of(items.get(item));
    }

    /**
     * From where it was the last time outwards, counted from the top and from the bottom: what arrives stands below it, what
     * is loaded above.
     */
    @Override
    public int indexOf(String key) {
        Stood stood = places.getOrDefault(key, new Stood(items.size() - 1, items.size()));
        int fromTop = Math.min(stood.item(), items.size() - 1);
        int fromBottom = Math.max(0, stood.item() + items.size() - stood.of());
        for (int away = 0; away < items.size(); away++) {
            for (int item : new int[] {fromBottom - away, fromBottom + away, fromTop - away, fromTop + away}) {
                if (item >= 0 && item < items.size() && key(item).equals(key)) {
                    remember(key, item);
                    return item;
                }
            }
        }
        return -1;
    }

    @Override
    public void remember(String key, int item) {
        places.put(key, new Stood(item, items.size()));
    }

    /** The place of an item among so many. */
    record Stood(int item, int of) {}

    @Override
    public List<Line> of(int item) {
        List<Line> known = laid.get(item);
        if (known != null) {
            return known;
        }
        if (laid.size() >= KEPT) {
            laid.clear();
        }
        List<Line> fresh = layOut(item);
        laid.put(item, fresh);
        return fresh;
    }

    /** Those of an item's rows that are its own, without the day line above and the end of the conversation below. */
    public Stretch own(int item) {
        List<Line> all = of(item);
        int from = 0;
        while (from < all.size() && isRuled(all.get(from))) {
            from++;
        }
        int below = ending != null && item == items.size() - 1
                ? layout.ending(ending, ItemLayout.said(items.get(item))).size()
                : 0;
        return new Stretch(from, Math.max(from, all.size() - below));
    }

    private static boolean isRuled(Line line) {
        return line.spans().stream()
                .allMatch(span -> span.slot() == Slot.HISTORY_DAY || span.slot() == Slot.HISTORY_NEW);
    }

    /** How many items are laid out now: the work done, for whoever wants to know. */
    public int laidOut() {
        return laid.size();
    }

    /** One message that cannot be laid out must not take the others with it. */
    private List<Line> layOut(int index) {
        try {
            return rows(index);
        } catch (RuntimeException | StackOverflowError bug) {
            int number = bugs.note("a message could not be laid out", bug);
            SafeText words = from.style().safe("cannot show this message (#" + number + ")");
            return List.of(new Line(List.of(new Span(from.style().textColumn(), words, Slot.HISTORY_NOTE))));
        }
    }

    /** Nothing was said after it. */
    private boolean isNewest(int index) {
        for (int later = index + 1; later < items.size(); later++) {
            if (ItemLayout.said(items.get(later)).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private List<Line> rows(int index) {
        TimelineItem item = items.get(index);
        Optional<Before> before = Optional.empty();
        for (int back = index - 1; back >= 0 && back >= index - LOOK_BACK && before.isEmpty(); back--) {
            before = ItemLayout.said(items.get(back));
        }
        boolean joined = index > 0 && ItemLayout.joins(items.get(index - 1), item);
        String key = key(index);
        int target = from.chosen() != null && key.equals(from.chosen().key())
                ? from.chosen().target()
                : -1;
        List<Integer> made = item instanceof TimelineItem.Said said ? said.made() : List.of();
        Offer offer = new Offer(target, from.ticked().getOrDefault(key, Set.of()), made, isNewest(index));
        int unfolded = from.unfolded().getOrDefault(key, 0);
        List<Line> rows = layout.rows(item, before, joined, key.equals(from.newFrom()), offer, unfolded);
        if (ending != null && index == items.size() - 1) {
            rows = new ArrayList<>(rows);
            rows.addAll(layout.ending(ending, ItemLayout.said(item)));
        }
        return rows;
    }
}
