package dev.parley.ui.history;

import dev.parley.conversation.Content.QuickReply;
import dev.parley.text.SafeText;
import dev.parley.ui.theme.Slot;
import java.util.ArrayList;
import java.util.List;

/** {@code [1] Home  [2] Office} under a turn, each reply whole on a row where it can be. */
final class QuickReplyRows {
    private QuickReplyRows() {}

    /** @param chosen the one that Enter would send, from 0; -1 for none */
    static void add(List<QuickReply> replies, int chosen, HistoryStyle style, List<Line> rows) {
        int gap = style.margin() > 0 ? 2 : 1;
        List<Span> row = new ArrayList<>();
        int column = 0;
        for (int i = 0; i < replies.size(); i++) {
            QuickReply reply = replies.get(i);
            String title = reply.title().isBlank() ? reply.text() : reply.title();
            SafeText label = style.safe("[" + (i + 1) + "] " + title)
                    .cut(style.textColumns(), style.glyphs().ellipsis());
            if (!row.isEmpty() && column + gap + label.width() > style.textColumns()) {
                rows.add(new Line(row));
                row.clear();
                column = 0;
            }
            column += row.isEmpty() ? 0 : gap;
            Slot slot = i == chosen ? Slot.QUICK_REPLY_SELECTED : Slot.QUICK_REPLY;
            row.add(new Span(style.textColumn() + column, label, slot));
            column += label.width();
        }
        rows.add(new Line(row));
    }
}
