package dev.parley.ui.pane;

import dev.parley.conversation.Place;
import dev.parley.terminal.Surface;
import dev.parley.text.SafeText;
import dev.parley.ui.state.Labels;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.Row;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list in one row, for narrow screens: {@code [1 Ada 2] !2 Bo  3 Cy ✎  (F2 list)}. */
final class StripRow {
    private static final int NAME = 12;
    private static final int WITH_HINT = 40;
    private static final String HINT = " (F2 list)";

    private final UiState state;
    private final Look look;
    private final FrameTime time;

    StripRow(UiState state, FrameTime time) {
        this.state = state;
        this.look = state.look();
        this.time = time;
    }

    private record Piece(Place place, SafeText text, Slot slot, boolean selected) {}

    void draw(Surface row) {
        row.fill(look.style(Slot.LIST_ITEM));
        List<Piece> pieces = pieces();
        SafeText hint = look.text(HINT);
        int room = room(row.columns());
        Ink ink = new Ink(row, look);
        int column = 0;
        for (int i = first(pieces, room); i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (column + piece.text().width() > room) {
                break;
            }
            column = ink.put(column, 0, piece.text(), piece.slot()) + 1;
        }
        if (row.columns() >= WITH_HINT) {
            ink.put(Math.min(column, room), 0, hint, Slot.HINT);
        }
    }

    /** Whose piece stands at {@code column} of a row of this width. */
    Optional<Place> placeAt(int columns, int column) {
        List<Piece> pieces = pieces();
        int room = room(columns);
        int from = 0;
        for (int i = first(pieces, room); i < pieces.size(); i++) {
            int to = from + pieces.get(i).text().width();
            if (to > room || column < from) {
                break;
            }
            if (column < to) {
                return Optional.of(pieces.get(i).place());
            }
            from = to + 1;
        }
        return Optional.empty();
    }

    private int room(int columns) {
        return columns >= WITH_HINT ? columns - HINT.length() : columns;
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int number = 0;
        for (Row row : state.rows().all()) {
            number++;
            RowFacts facts = new RowFacts(state, time, row);
            if (!facts.open() && !facts.selected() && facts.unread() == 0) {
                continue;
            }
            SafeText name = look.fit(look.text(Labels.place(state, row.place())), NAME);
            SafeText text = look.text(number + " ").plus(name);
            if (facts.unread() > 0) {
                text = text.plus(look.text(" " + facts.unread()));
            }
            if (facts.draft()) {
                text = text.plus(look.text(" ")).plus(look.glyphs().draft());
            }
            if (facts.selected()) {
                text = look.text("[").plus(text).plus(look.text("]"));
            } else {
                text = look.text(facts.overdue() ? "!" : " ").plus(text);
            }
            pieces.add(new Piece(row.place(), text, facts.slot(), facts.selected()));
        }
        return pieces;
    }

    /** The first one to show so that the selected one is in view. */
    private static int first(List<Piece> pieces, int room) {
        int selected = 0;
        for (int i = 0; i < pieces.size(); i++) {
            selected = pieces.get(i).selected() ? i : selected;
        }
        int first = selected;
        int used = pieces.isEmpty() ? 0 : pieces.get(selected).text().width();
        while (first > 0 && used + 1 + pieces.get(first - 1).text().width() <= room) {
            first--;
            used += 1 + pieces.get(first).text().width();
        }
        return first;
    }
}
