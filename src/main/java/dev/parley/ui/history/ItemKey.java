package dev.parley.ui.history;

import dev.parley.conversation.TimelineItem;

/**
 * A name for an item that outlives its changes: an own message keeps it when the service's echo takes its place, so a
 * view anchored to it does not jump.
 */
public final class ItemKey {
    private ItemKey() {}

    public static String of(TimelineItem item) {
        if (item instanceof TimelineItem.Own own) {
            return "own " + own.outgoing().cid();
        }
        if (item instanceof TimelineItem.Said said) {
            // A second copy has the id of the first, and must not be taken for it.
            boolean own = said.turn().who().self() && !said.copy();
            return own && said.turn().externalId().isPresent()
                    ? "own " + said.turn().externalId().get()
                    : said.dialogId() + " " + said.turn().sequence();
        }
        if (item instanceof TimelineItem.Missing missing) {
            return missing.dialogId() + " missing " + missing.from();
        }
        if (item instanceof TimelineItem.DialogStart start) {
            return start.dialogId() + " start";
        }
        if (item instanceof TimelineItem.DialogEnd end) {
            return end.dialogId() + " end";
        }
        return ((TimelineItem.HistoryNote) item).dialogId() + " note";
    }
}
