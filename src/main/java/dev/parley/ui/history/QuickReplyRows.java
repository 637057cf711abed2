package dev.parley.ui.history;

import dev.parley.conversation.Content.QuickReply;
import dev.parley.text.SafeText;
import dev.parley.ui.theme.Slot;
import java.util.List;

/** {@code [1] Home  [2] Office} under a turn, each reply whole on a row where it can be. */
final class QuickReplyRows {
    private QuickReplyRows() {}

    static void add(List<QuickReply> replies, HistoryStyle style, List<Line> rows) {
        SafeText gap = style.safe(style.margin() > 0 ? "  " : " ");
        SafeText row = SafeText.EMPTY;
        int number = 0;
        for (QuickReply reply : replies) {
            number++;
            String title = reply.title().isBlank() ? reply.text() : reply.title();
            SafeText label = style.safe("[" + number + "] " + title)
                    .cut(style.textColumns(), style.glyphs().ellipsis());
            if (!row.isEmpty() && row.width() + gap.width() + label.width() > style.textColumns()) {
                rows.add(line(style, row));
                row = SafeText.EMPTY;
            }
            row = row.isEmpty() ? label : row.plus(gap).plus(label);
        }
        rows.add(line(style, row));
    }

    private static Line line(HistoryStyle style, SafeText row) {
        return new Line(List.of(new Span(style.textColumn(), row, Slot.QUICK_REPLY)));
    }
}
