package dev.parley.ui.history;

import dev.parley.conversation.TimelineItem;
import dev.parley.text.SafeText;
import dev.parley.ui.theme.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The items of one place, laid out as they come into view. UI thread only. */
public final class HistoryRows implements Rows {
    private static final Logger LOG = Logger.getLogger(HistoryRows.class.getName());
    private static final int KEPT = 2_000;
    /** How far back the turn before an item is looked for. */
    private static final int LOOK_BACK = 16;

    private final List<TimelineItem> items;
    private final HistoryStyle style;
    private final ItemLayout layout;
    private final @Nullable String newFrom;
    private final @Nullable Chosen chosen;
    private final @Nullable Ending ending;
    private final Map<Integer, List<Line>> laid = new LinkedHashMap<>();

    /**
     * @param newFrom the key of the item above which {@code new messages} stands
     * @param chosen the quick reply that is chosen
     * @param ending what stands below the last item
     */
    public HistoryRows(
            List<TimelineItem> items,
            HistoryStyle style,
            Names names,
            @Nullable String newFrom,
            @Nullable Chosen chosen,
            @Nullable Ending ending) {
        this.items = items;
        this.style = style;
        this.layout = new ItemLayout(style, names);
        this.newFrom = newFrom;
        this.chosen = chosen;
        this.ending = ending;
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
        if (ending != null && item == items.size() - 1) {
            fresh = new ArrayList<>(fresh);
            fresh.addAll(layout.ending(ending, ItemLayout.said(items.get(item))));
        }
        laid.put(item, fresh);
        return fresh;
    }

    /** One message that cannot be laid out must not take the others with it. */
    private List<Line> layOut(int index) {
        TimelineItem item = items.get(index);
        try {
            Optional<Before> before = Optional.empty();
            for (int back = index - 1; back >= 0 && back >= index - LOOK_BACK && before.isEmpty(); back--) {
                before = ItemLayout.said(items.get(back));
            }
            boolean joined = index > 0 && ItemLayout.said(items.get(index - 1)).isPresent();
            int reply = chosen != null && key(index).equals(chosen.key()) ? chosen.reply() : -1;
            return layout.rows(item, before, joined, key(index).equals(newFrom), reply);
        } catch (RuntimeException bug) {
            LOG.log(Level.WARNING, "a message could not be laid out", bug);
            String which =
                    item instanceof TimelineItem.Said said ? " (#" + said.turn().sequence() + ")" : "";
            SafeText words = style.safe("cannot show this message" + which);
            return List.of(new Line(List.of(new Span(style.textColumn(), words, Slot.HISTORY_NOTE))));
        }
    }
}
