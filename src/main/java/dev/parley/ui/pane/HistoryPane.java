package dev.parley.ui.pane;

import dev.parley.conversation.Consumer;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Link;
import dev.parley.terminal.Surface;
import dev.parley.text.SafeText;
import dev.parley.text.Wrap;
import dev.parley.ui.format.Needles;
import dev.parley.ui.history.Line;
import dev.parley.ui.history.Span;
import dev.parley.ui.history.Stretch;
import dev.parley.ui.history.Voice;
import dev.parley.ui.state.Find;
import dev.parley.ui.state.Labels;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The turns of the selected place, and below them who is typing and what is new. */
final class HistoryPane {
    private final UiState state;
    private final Look look;

    HistoryPane(UiState state) {
        this.state = state;
        this.look = state.look();
    }

    /** {@code pane} begins at the first row for turns; {@code foot} says whether its last row is the foot. */
    void draw(Surface pane, HistoryView view, boolean foot) {
        List<Line> lines = view.window().lines();
        Ink ink = new Ink(pane, look);
        Needles needles = new Needles(state.find().map(Find::words).orElse(""));
        Stretch selected = selected(view);
        for (int row = 0; row < lines.size(); row++) {
            if (selected.has(row)) {
                selected(lines.get(row), row, pane, ink);
                continue;
            }
            line(lines.get(row), row, ink);
            if (!needles.isEmpty()) {
                hits(lines.get(row), row, needles, ink);
            }
        }
        if (lines.isEmpty()) {
            nothing(pane, ink);
        }
        if (foot) {
            foot(pane, view, ink);
        }
    }

    private Stretch selected(HistoryView view) {
        return state.selection()
                .map(selection -> view.own(view.rows().indexOf(selection.key())))
                .orElse(Stretch.NONE);
    }

    /** All of the row, so that it is seen without colour too. */
    private void selected(Line line, int row, Surface pane, Ink ink) {
        pane.blank(0, row, pane.columns(), look.style(Slot.HISTORY_SELECTED));
        line.spans().forEach(span -> ink.put(span.column(), row, span.text(), Slot.HISTORY_SELECTED));
    }

    private static void hits(Line line, int row, Needles needles, Ink ink) {
        for (Span span : line.spans()) {
            if (Voice.isText(span.slot())) {
                for (Needles.Hit hit : needles.in(span.text())) {
                    int column = span.column() + span.text().part(0, hit.from()).width();
                    ink.put(column, row, span.text().part(hit.from(), hit.to()), Slot.HISTORY_HIT);
                }
            }
        }
    }

    private static void line(Line line, int row, Ink ink) {
        for (Span span : line.spans()) {
            ink.put(span.column(), row, span.text(), span.slot(), span.bold(), span.italic());
        }
    }

    private void nothing(Surface pane, Ink ink) {
        SafeText words = why();
        int row = 0;
        for (SafeText part : Wrap.wrap(words, Math.max(1, pane.columns() - 2))) {
            ink.put(1, row++, part, Slot.HISTORY_NOTE);
        }
    }

    private SafeText why() {
        if (state.conversation().filter(known -> !known.isOpen()).isPresent()) {
            return look.text("Nothing was said in this conversation, or the service no longer gives it.");
        }
        if (state.conversation().isPresent()
                || state.hasReached(state.selected().consumer())) {
            return look.text("Type a message and press Enter");
        }
        boolean connecting = state.consumer()
                .filter(consumer -> consumer.link().state() == Link.State.CONNECTING)
                .isPresent();
        return look.text(connecting ? "Connecting " : "Not connected ")
                .plus(look.glyphs().ellipsis())
                .plus(look.text(" you can type already, Enter queues"));
    }

    private void foot(Surface pane, HistoryView view, Ink ink) {
        int row = pane.rows() - 1;
        int column = 1;
        int fresh = state.here().scroll().newBelow(view.rows());
        if (fresh > 0) {
            SafeText words = look.glyphs()
                    .down()
                    .plus(look.text(" " + fresh + (state.here().scroll().held() ? " new (Ctrl-Q)" : " new (Esc)")));
            column = ink.put(column, row, words, Slot.HISTORY_SCROLL) + 2;
        } else if (!view.window().bottom() || state.here().scroll().held()) {
            SafeText words = look.glyphs()
                    .down()
                    .plus(look.text(state.here().scroll().held() ? " held still (Ctrl-Q)" : " more (Esc)"));
            column = ink.put(column, row, words, Slot.HISTORY_SCROLL) + 2;
        }
        SafeText typing = typing();
        if (!typing.isEmpty()) {
            ink.put(Math.max(column, view.textColumn()), row, typing, Slot.TYPING);
        }
    }

    /** {@code … Ada is typing}. */
    private SafeText typing() {
        Optional<Consumer> consumer = state.consumer();
        List<String> names = new ArrayList<>();
        state.conversation()
                .map(Conversation::typing)
                .orElse(List.of())
                .forEach(who -> names.add(Labels.who(consumer, who)));
        if (names.isEmpty()) {
            return SafeText.EMPTY;
        }
        String words = names.size() > 2
                ? names.size() + " are typing"
                : String.join(" and ", names) + (names.size() == 1 ? " is typing" : " are typing");
        return look.glyphs().ellipsis().plus(look.text(" " + words));
    }
}
