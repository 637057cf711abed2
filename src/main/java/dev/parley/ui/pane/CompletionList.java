package dev.parley.ui.pane;

import dev.parley.terminal.Surface;
import dev.parley.text.SafeText;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Slot;
import java.util.List;

/** The commands that begin with what is typed, above the input. */
final class CompletionList {
    private static final int MOST = 8;

    private CompletionList() {}

    /** {@code above} ends at the row over the input. */
    static void draw(Surface above, UiState state, Offers offers) {
        if (!InputPane.isCommand(state.here().editor())) {
            return;
        }
        List<Offers.Completion> all = offers.completions(state.here().editor().text());
        int shown = Math.min(Math.min(MOST, all.size()), above.rows());
        Look look = state.look();
        int top = above.rows() - shown;
        for (int i = 0; i < shown; i++) {
            boolean last = i == shown - 1 && shown < all.size();
            Surface row = above.part(0, top + i, above.columns(), 1);
            row.fill(look.style(Slot.OVERLAY_TEXT));
            Ink ink = new Ink(row, look);
            if (last) {
                SafeText more = look.glyphs().ellipsis().plus(look.text(" " + (all.size() - shown + 1) + " more"));
                ink.put(3, 0, more, Slot.OVERLAY_TEXT);
            } else {
                completion(all.get(i), row, ink, look);
            }
        }
    }

    private static void completion(Offers.Completion completion, Surface row, Ink ink, Look look) {
        int commandEnd = Math.min(40, row.columns() / 2);
        SafeText command = look.fit(look.text(completion.command()), commandEnd - 4);
        ink.put(3, 0, command, completion.off().isPresent() ? Slot.OVERLAY_OFF : Slot.OVERLAY_TITLE);
        String words = completion.off().map(why -> "off: " + why).orElse(completion.description());
        ink.put(
                commandEnd,
                0,
                look.fit(look.text(words), row.columns() - commandEnd),
                completion.off().isPresent() ? Slot.OVERLAY_OFF : Slot.OVERLAY_TEXT);
    }
}
