package dev.parley.ui.pane;

import dev.parley.conversation.Consumer;
import dev.parley.conversation.Link;
import dev.parley.conversation.Targets.Target;
import dev.parley.terminal.Surface;
import dev.parley.text.SafeText;
import dev.parley.ui.keys.HintLine;
import dev.parley.ui.state.Hint;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.Notices;
import dev.parley.ui.state.Overlay;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Slot;
import java.util.ArrayList;
import java.util.List;

/**
 * The last row: the keys of a sequence that has begun, what was just said, the keys of what is going on, why there is no
 * connection, or the most useful keys.
 */
final class HintRow {
    private static final List<Hint> PICKING =
            List.of(new Hint("Arrows, digits", "choose"), new Hint("Enter", "take it"), new Hint("Esc", "back"));
    private static final List<Hint> COMPLETING =
            List.of(new Hint("Tab, arrows", "choose"), new Hint("Enter", "do it"), new Hint("Esc", "back"));
    private static final List<Hint> LISTING =
            List.of(new Hint("Up Down", "choose"), new Hint("Enter", "go there"), new Hint("Esc", "back"));
    private static final List<Hint> SEARCHING =
            List.of(new Hint("Ctrl-R", "older"), new Hint("Enter", "take it"), new Hint("Esc", "back"));

    private static final List<Hint> FINDING = List.of(
            new Hint("Up", "older"), new Hint("Down", "newer"), new Hint("Alt-G", "in all"), new Hint("Esc", "back"));

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
        return state.notices().shown().isPresent()
                || !state.chord().isEmpty()
                || !underWay(state).isEmpty()
                || state.selection().isPresent()
                || !trouble(state).isEmpty();
    }

    void draw(Surface row) {
        if (!state.chord().isEmpty()) {
            SafeText begun = look.text(state.chord()).plus(look.glyphs().ellipsis());
            int after = begun.width() + 3;
            hints(row, after, offers.following(state.chord(), row.columns() - after));
            new Ink(row, look).put(1, 0, begun, Slot.NOTICE);
        } else if (state.notices().shown().isPresent()) {
            Notices.Notice notice = state.notices().shown().get();
            say(row, look.text(notice.sentence()), notice.error() ? Slot.NOTICE_ERROR : Slot.NOTICE);
        } else if (!underWay(state).isEmpty()) {
            hints(
                    row,
                    1,
                    underWay(state).stream()
                            .map(hint -> new HintLine.Part(look.text(hint.keys()), look.text(hint.words())))
                            .toList());
        } else if (state.selection().isPresent()) {
            hints(row, 1, offers.hints(row.columns() - 1));
        } else if (!trouble(state).isEmpty()) {
            say(row, look.text(trouble(state)), Slot.NOTICE);
        } else {
            hints(row, 1, offers.hints(row.columns() - 1));
        }
    }

    /** The keys of what takes them before anything else. */
    private static List<Hint> underWay(UiState state) {
        List<Hint> overlay = state.overlays().top().map(Overlay::hints).orElse(List.of());
        if (!overlay.isEmpty()) {
            return overlay;
        }
        if (state.picker().isPresent()) {
            return picking(state.picker().get().target());
        }
        if (state.find().isPresent()) {
            return FINDING;
        }
        if (state.switches().listOver()
                && !Geometry.hasRoomForList(state.columns(), state.lines())
                && state.here().editor().isEmpty()) {
            return LISTING;
        }
        return state.completing().isPresent() ? COMPLETING : state.search().isPresent() ? SEARCHING : List.of();
    }

    /** What it says about itself beyond its label comes last: the keys must stay. */
    private static List<Hint> picking(Target target) {
        List<Hint> hints = new ArrayList<>(PICKING);
        if (!target.tooltip().isBlank() && !target.tooltip().equals(target.label())) {
            hints.add(new Hint("", target.tooltip()));
        }
        return hints;
    }

    /** Why the selected consumer is not online; empty when it is, or nobody knows. */
    private static String trouble(UiState state) {
        return state.consumer()
                .map(Consumer::link)
                .filter(link -> link.state() != Link.State.ONLINE)
                .map(Link::reason)
                .orElse("");
    }

    private void say(Surface row, SafeText words, Slot slot) {
        row.fill(look.style(slot));
        new Ink(row, look).put(1, 0, look.fit(words, row.columns() - 2), slot);
    }

    private void hints(Surface row, int from, List<HintLine.Part> parts) {
        row.fill(look.style(Slot.HINT));
        Ink ink = new Ink(row, look);
        int column = from;
        boolean first = true;
        for (HintLine.Part part : parts) {
            if (column + (first ? 0 : HintLine.GAP) + part.width() > row.columns()) {
                continue;
            }
            if (!first) {
                ink.put(column + 1, 0, look.glyphs().dot(), Slot.HINT);
                column += HintLine.GAP;
            }
            column = ink.put(column, 0, part.key(), Slot.HINT_KEY) + 1;
            column = ink.put(column, 0, part.label(), Slot.HINT);
            first = false;
        }
    }
}
