package dev.parley.ui.pane;

import dev.parley.terminal.Surface;
import dev.parley.text.SafeText;
import dev.parley.ui.edit.Editor;
import dev.parley.ui.edit.EditorView;
import dev.parley.ui.edit.HistorySearch;
import dev.parley.ui.state.Cursor;
import dev.parley.ui.state.Find;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.PlaceState;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Slot;
import java.util.Optional;

/** The input: its prompt, and the text with the cursor. */
public final class InputPane {
    private static final int NARROW = 72;

    private final UiState state;
    private final Look look;

    InputPane(UiState state) {
        this.state = state;
        this.look = state.look();
    }

    /** Columns before the text. */
    static int promptColumns(int columns) {
        return columns >= NARROW ? 3 : columns >= 5 ? 2 : 0;
    }

    /** Columns of the text: one is kept for the cursor behind a full row. */
    public static int textColumns(int columns) {
        return Math.max(1, columns - promptColumns(columns) - 1);
    }

    /** How many rows the text wants. */
    static int rowsWanted(UiState state) {
        PlaceState here = state.here();
        return here.view().layout(here.editor(), textColumns(state.columns())).rows();
    }

    Cursor draw(Surface pane) {
        if (pane.rows() == 0) {
            return Cursor.HIDDEN;
        }
        Ink ink = new Ink(pane, look);
        Optional<HistorySearch> search = state.search();
        if (search.isPresent()) {
            return search(search.get(), pane, ink);
        }
        Optional<Find> find = state.find();
        if (find.isPresent()) {
            return find(find.get(), pane, ink);
        }
        int prompt = promptColumns(pane.columns());
        if (prompt > 0) {
            ink.put(prompt - 2, 0, ">", Slot.INPUT_PROMPT);
        }
        PlaceState here = state.here();
        EditorView.Picture picture = here.view().picture(here.editor(), textColumns(pane.columns()), pane.rows());
        Slot slot = isCommand(here.editor()) ? Slot.INPUT_COMMAND : Slot.INPUT_TEXT;
        for (int row = 0; row < picture.rows().size(); row++) {
            ink.put(prompt, row, picture.rows().get(row), slot);
        }
        int edge = pane.columns() - 1;
        if (picture.above() > 0) {
            ink.put(edge, 0, look.glyphs().up(), Slot.INPUT_PROMPT);
        }
        if (picture.below() > 0) {
            ink.put(edge, picture.rows().size() - 1, look.glyphs().down(), Slot.INPUT_PROMPT);
        }
        return new Cursor(Math.min(edge, prompt + picture.cursorColumn()), picture.cursorRow());
    }

    /** The place in the text that stands under a cell of the pane, as it was drawn last. */
    int indexAt(int columns, int rows, int column, int row) {
        PlaceState here = state.here();
        return here.view()
                .indexAt(here.editor(), textColumns(columns), rows, Math.max(0, column - promptColumns(columns)), row);
    }

    /** Whether what is typed would be taken as a command. */
    public static boolean isCommand(Editor editor) {
        String text = editor.text();
        return text.startsWith("/") && !text.startsWith("//") && !editor.startsPasted() && text.indexOf('\n') < 0;
    }

    /** {@code (find) parcel}. */
    private Cursor find(Find find, Surface pane, Ink ink) {
        int column = ink.put(1, 0, find.failed() ? "(not found) " : "(find) ", Slot.INPUT_PROMPT);
        column = ink.put(column, 0, look.text(find.words()), Slot.INPUT_TEXT);
        return new Cursor(Math.min(column, pane.columns() - 1), 0);
    }

    /** {@code (search) hel: hello there}. */
    private Cursor search(HistorySearch search, Surface pane, Ink ink) {
        SafeText label = look.text((search.failed() ? "(not found) " : "(search) ") + search.query());
        int column = ink.put(1, 0, label, Slot.INPUT_PROMPT);
        ink.put(column, 0, look.text(": " + search.match().orElse("")), Slot.INPUT_TEXT);
        return new Cursor(Math.min(column, pane.columns() - 1), 0);
    }
}
