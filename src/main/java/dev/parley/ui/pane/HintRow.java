package dev.parley.ui.pane;

import dev.parley.conversation.Consumer;
import dev.parley.conversation.Link;
import dev.parley.terminal.Surface;
import dev.parley.ui.keys.HintLine;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.Notices;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Slot;

/** The last row: what was just said, the keys of a sequence that has begun, or the most useful keys. */
final class HintRow {
    private final UiState state;
    private final Look look;
    private final Offers offers;

    HintRow(UiState state, Offers offers) {
        this.state = state;
        this.look = state.look();
        this.offers = offers;
    }

    /** Whether there is something that must be seen even where there is no row of hints. */
    static boolean speaks(UiState state) {
        return state.notices().shown().isPresent() || !state.chord().isEmpty();
    }

    void draw(Surface row) {
        Ink ink = new Ink(row, look);
        if (speaks(state)) {
            speak(row, ink);
            return;
        }
        String trouble = trouble();
        if (!trouble.isEmpty()) {
            row.fill(look.style(Slot.NOTICE));
            ink.put(1, 0, look.fit(look.text(trouble), row.columns() - 2), Slot.NOTICE);
            return;
        }
        row.fill(look.style(Slot.HINT));
        int column = 1;
        boolean first = true;
        for (HintLine.Part part : offers.hints(row.columns() - 1)) {
            if (!first) {
                ink.put(column + 1, 0, look.glyphs().dot(), Slot.HINT);
                column += HintLine.GAP;
            }
            column = ink.put(column, 0, part.key(), Slot.HINT_KEY) + 1;
            column = ink.put(column, 0, part.label(), Slot.HINT);
            first = false;
        }
    }

    /** Why the selected consumer is not online; empty when it is, or nobody knows. */
    private String trouble() {
        return state.consumer()
                .map(Consumer::link)
                .filter(link -> link.state() != Link.State.ONLINE)
                .map(Link::reason)
                .orElse("");
    }

    private void speak(Surface row, Ink ink) {
        if (!state.chord().isEmpty()) {
            row.fill(look.style(Slot.NOTICE));
            ink.put(1, 0, look.text(state.chord()).plus(look.glyphs().ellipsis()), Slot.NOTICE);
            return;
        }
        Notices.Notice notice = state.notices().shown().orElseThrow();
        Slot slot = notice.error() ? Slot.NOTICE_ERROR : Slot.NOTICE;
        row.fill(look.style(slot));
        ink.put(1, 0, look.fit(look.text(notice.sentence()), row.columns() - 2), slot);
    }
}
