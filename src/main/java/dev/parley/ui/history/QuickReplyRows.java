package dev.parley.ui.history;

import dev.parley.conversation.Content;
import dev.parley.conversation.Content.QuickReply;
import dev.parley.conversation.Targets;
import dev.parley.text.SafeText;
import dev.parley.ui.theme.Slot;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code [1] Home  [2] Office} under a turn, each reply whole on a row where it can be. Once they cannot be chosen any
 * more they look like the text: what stands there is only what was offered.
 */
final class QuickReplyRows {
    private QuickReplyRows() {}

    /** Their numbers go on where those of a card over them end. */
    static void add(Content content, Offer offer, Slot textSlot, HistoryStyle style, List<Line> rows) {
        List<QuickReply> replies = content.quickReplies();
        int first = Targets.of(content).size() - replies.size();
        int gap = style.margin() > 0 ? 2 : 1;
        List<Span> row = new ArrayList<>();
        int column = 0;
        for (int i = 0; i < replies.size(); i++) {
            SafeText label = label(replies.get(i), first + i, offer, style)
                    .cut(style.textColumns(), style.glyphs().ellipsis());
            if (!row.isEmpty() && column + gap + label.width() > style.textColumns()) {
                rows.add(new Line(row));
                row.clear();
                column = 0;
            }
            column += row.isEmpty() ? 0 : gap;
            Slot slot = first + i == offer.target() ? Slot.QUICK_REPLY_SELECTED : Slot.QUICK_REPLY;
            row.add(new Span(style.textColumn() + column, label, offer.replies() ? slot : textSlot));
            column += label.width();
        }
        rows.add(new Line(row));
    }

    private static SafeText label(QuickReply reply, int target, Offer offer, HistoryStyle style) {
        String title = reply.title().isBlank() ? reply.text() : reply.title();
        SafeText done = offer.made().contains(target) ? style.glyphs().done().plus(style.safe(" ")) : SafeText.EMPTY;
        return style.safe("[" + (target + 1) + "] ").plus(done).plus(style.safe(title));
    }
}
