package dev.parley.ui.pane;

import dev.parley.terminal.Surface;
import dev.parley.text.SafeText;
import dev.parley.ui.state.Completing;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Slot;
import java.util.List;
import java.util.Optional;

/** What the command that is typed may become, above the input. */
final class CompletionList {
    private static final int MOST = 8;

    private CompletionList() {}

    /** {@code above} ends at the row over the input. */
    static void draw(Surface above, UiState state, Offers offers) {
        if (!InputPane.isCommand(state.here().editor())) {
            return;
        }
        Optional<Completing> completing = state.completing();
        String typed = completing
                .map(Completing::typed)
                .orElseGet(() -> state.here().editor().text());
        List<Offers.Completion> all = offers.completions(typed);
        int shown = Math.min(Math.min(MOST, all.size()), above.rows());
        int chosen = completing.map(Completing::chosen).orElse(-1);
        int first = Math.max(0, Math.min(chosen - shown + 2, all.size() - shown));
        Look look = state.look();
        int top = above.rows() - shown;
        for (int i = 0; i < shown; i++) {
            Surface row = above.part(0, top + i, above.columns(), 1);
            int below = all.size() - first - i;
            if (i == shown - 1 && below > 1) {
                row.fill(look.style(Slot.OVERLAY_TEXT));
                SafeText more = look.glyphs().ellipsis().plus(look.text(" " + below + " more (Tab)"));
                new Ink(row, look).put(3, 0, more, Slot.OVERLAY_TEXT);
            } else {
                completion(all.get(first + i), first + i == chosen, row, look);
            }
        }
        if (first > 0 && shown > 0) {
            new Ink(above, look).put(above.columns() - 1, top, look.glyphs().up(), Slot.OVERLAY_TITLE);
        }
    }

    private static void completion(Offers.Completion completion, boolean chosen, Surface row, Look look) {
        boolean off = completion.off().isPresent();
        Slot text = chosen ? Slot.OVERLAY_SELECTED : off ? Slot.OVERLAY_OFF : Slot.OVERLAY_TEXT;
        Slot name = chosen || off ? text : Slot.OVERLAY_TITLE;
        row.fill(look.style(text));
        Ink ink = new Ink(row, look);
        int commandEnd = Math.min(40, row.columns() / 2);
        ink.put(3, 0, look.fit(look.text(completion.label()), commandEnd - 4), name);
        String words = completion.off().map(why -> "off: " + why).orElse(completion.description());
        ink.put(commandEnd, 0, look.fit(look.text(words), row.columns() - commandEnd - 1), text);
    }
}
