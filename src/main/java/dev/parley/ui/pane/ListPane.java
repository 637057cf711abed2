package dev.parley.ui.pane;

import dev.parley.conversation.Place;
import dev.parley.terminal.Surface;
import dev.parley.text.SafeText;
import dev.parley.ui.format.Spans;
import dev.parley.ui.state.Labels;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.Row;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list of conversations: two lines each, or one where there are many or the list is narrow. */
final class ListPane {
    private static final int WIDE = 24;

    private final UiState state;
    private final Look look;
    private final FrameTime time;

    ListPane(UiState state, FrameTime time) {
        this.state = state;
        this.look = state.look();
        this.time = time;
    }

    /** One line on the screen: of a row, or the separator above the closed ones. */
    private record Entry(Optional<RowFacts> row, boolean second) {}

    void draw(Surface pane) {
        pane.fill(look.style(Slot.LIST_ITEM));
        if (pane.rows() == 0) {
            return;
        }
        new Ink(pane, look).put(0, 0, "Conversations", Slot.LIST_HEADING);
        boolean wide = pane.columns() >= WIDE;
        List<Entry> entries = entries(wide && !state.rows().compact());
        int height = pane.rows() - 1;
        int first = firstVisible(entries, height);
        for (int i = 0; i < height && first + i < entries.size(); i++) {
            guarded(entries.get(first + i), pane.part(0, 1 + i, pane.columns(), 1), wide);
        }
        more(pane, first, entries.size() - first - height);
    }

    /** Whose row stands at {@code row} of a pane of this size. */
    Optional<Place> placeAt(int columns, int rows, int row) {
        List<Entry> entries = entries(columns >= WIDE && !state.rows().compact());
        int height = rows - 1;
        int index = firstVisible(entries, height) + row - 1;
        return row >= 1 && row <= height && index < entries.size()
                ? entries.get(index).row().map(RowFacts::place)
                : Optional.empty();
    }

    private List<Entry> entries(boolean cosy) {
        List<Entry> entries = new ArrayList<>();
        boolean closed = false;
        for (Row row : state.rows().all()) {
            if (!row.open() && !closed) {
                entries.add(new Entry(Optional.empty(), false));
                closed = true;
            }
            Optional<RowFacts> facts = Optional.of(new RowFacts(state, time, row));
            entries.add(new Entry(facts, false));
            if (cosy) {
                entries.add(new Entry(facts, true));
            }
        }
        return entries;
    }

    /** The list stands still until the selected row would leave it, with one row of context. */
    private int firstVisible(List<Entry> entries, int height) {
        int selected = 0;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).row().filter(RowFacts::selected).isPresent()) {
                selected = i;
            }
        }
        int most = Math.max(0, entries.size() - height);
        return Math.max(0, Math.min(most, selected - height + 2));
    }

    private void more(Surface pane, int above, int below) {
        Ink ink = new Ink(pane, look);
        int edge = pane.columns() - 1;
        if (above > 0) {
            ink.put(edge, 0, look.glyphs().up(), Slot.LIST_HEADING);
        }
        if (below > 0) {
            ink.put(edge, pane.rows() - 1, look.glyphs().down(), Slot.LIST_HEADING);
        }
    }

    /** One conversation that cannot be drawn must not hide the others. */
    private void guarded(Entry entry, Surface line, boolean wide) {
        try {
            entry(entry, line, wide);
        } catch (RuntimeException | StackOverflowError bug) {
            int number = state.bugs().note("a row of the list could not be drawn", bug);
            line.fill(look.style(Slot.LIST_ITEM));
            new Ink(line, look).put(2, 0, "cannot show this (#" + number + ")", Slot.LIST_ITEM);
        }
    }

    private void entry(Entry entry, Surface line, boolean wide) {
        Ink ink = new Ink(line, look);
        if (entry.row().isEmpty()) {
            ink.rule(0, 0, line.columns(), Slot.LIST_SEPARATOR);
            ink.put(1, 0, " closed ", Slot.LIST_SEPARATOR);
            return;
        }
        RowFacts row = entry.row().get();
        if (row.selected()) {
            line.fill(look.style(Slot.LIST_ITEM_SELECTED));
        }
        if (entry.second()) {
            SafeText preview = look.fit(look.text(Labels.preview(state, row.place())), line.columns() - 4);
            ink.put(2, 0, preview, row.selected() ? Slot.LIST_ITEM_SELECTED : Slot.LIST_ITEM_PREVIEW);
        } else if (wide) {
            wide(row, line, ink);
        } else {
            narrow(row, line, ink);
        }
    }

    private void wide(RowFacts row, Surface line, Ink ink) {
        int end = line.columns() - 2;
        int unreadFrom = end - 4;
        SafeText unread = row.unread() == 0 ? SafeText.EMPTY : look.text(count(row.unread()));
        SafeText stars = row.stars(look);
        SafeText right = row.waitingSince()
                .filter(since -> row.unread() == 0)
                .map(since -> look.text(waits(since)))
                .or(() -> row.last().map(at -> look.text(time.ago(at))))
                .orElse(SafeText.EMPTY);
        int rightEnd = stars.isEmpty() ? unreadFrom : end - stars.width() - 2;
        if (row.draft()) {
            right = look.glyphs().draft().plus(look.text(" draft  ")).plus(right);
        }
        SafeText name = label(row, rightEnd - right.width() - 3);
        ink.put(0, 0, row.marker(look), row.slot());
        ink.put(2, 0, name, row.slot());
        ink.put(Math.max(3, rightEnd - right.width()), 0, right, row.slot());
        ink.put(end - unread.width(), 0, unread, row.selected() ? Slot.LIST_ITEM_SELECTED : Slot.LIST_ITEM_UNREAD);
        ink.put(end - stars.width(), 0, stars, row.slot());
    }

    private void narrow(RowFacts row, Surface line, Ink ink) {
        SafeText right = row.stars(look);
        if (row.unread() > 0) {
            right = look.text(count(row.unread()));
        } else if (row.waitingSince().isPresent()) {
            right = look.text(time.waiting(row.waitingSince().get()));
        }
        if (row.draft()) {
            right = look.glyphs()
                    .draft()
                    .plus(look.text(right.isEmpty() ? "" : " "))
                    .plus(right);
        }
        int end = line.columns();
        SafeText name = label(row, end - right.width() - 3);
        ink.put(0, 0, row.marker(look), row.slot());
        ink.put(2, 0, name, row.slot());
        ink.put(Math.max(3, end - right.width()), 0, right, row.slot());
    }

    /** {@code waits 7 min}; without a time in the first minute. */
    private String waits(Instant since) {
        String how = time.waiting(since);
        return how.equals(Spans.NOW) ? "waits" : "waits " + how;
    }

    /** Where there is little room the name is cut, not the number: thirty rows may have one name. */
    private SafeText label(RowFacts row, int columns) {
        SafeText number = look.text(Labels.number(state, row.place()));
        SafeText name = look.text(Labels.name(state, row.place()));
        return look.fit(name, Math.max(0, columns - number.width())).plus(number);
    }

    private static String count(int unread) {
        return unread > 99 ? "99+" : String.valueOf(unread);
    }
}
