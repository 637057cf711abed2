package dev.parley.ui.app;

import dev.parley.terminal.Key;
import dev.parley.ui.edit.Editor;
import dev.parley.ui.edit.HistorySearch;
import dev.parley.ui.edit.Layout;
import dev.parley.ui.keys.OptionLetters;
import dev.parley.ui.pane.InputPane;
import dev.parley.ui.state.PlaceState;
import dev.parley.ui.state.UiState;
import java.util.Optional;
import java.util.function.Consumer;

/** Keys that change the input. UI thread only. */
final class Editing {
    private final Kit kit;
    private final UiState state;
    private final Drafting drafting;
    private final Composing composing;
    private final Attending reading;
    private boolean optionExplained;

    Editing(Kit kit, Drafting drafting, Composing composing, Attending reading) {
        this.kit = kit;
        this.state = kit.state();
        this.drafting = drafting;
        this.composing = composing;
        this.reading = reading;
    }

    void type(Key key) {
        boolean alone = state.here().editor().isEmpty();
        edit(editor -> editor.insert(key.text()));
        Optional<Key> meant = OptionLetters.meant(key);
        if (alone && meant.isPresent() && !optionExplained) {
            optionExplained = true;
            kit.hint(OptionLetters.remark(meant.get()));
        }
    }

    void paste(String text) {
        edit(editor -> editor.paste(text));
        long lines = state.here().editor().text().lines().count();
        if (lines > 1) {
            kit.hint(lines + " lines in the input: Enter sends them as one message, Ctrl-_ undoes.");
        }
    }

    /** Does {@code change} to the input, and tells whoever follows its text. */
    void edit(Consumer<Editor> change) {
        Editor editor = state.here().editor();
        String before = editor.text();
        change.accept(editor);
        if (!editor.text().equals(before)) {
            edited();
        }
    }

    /** The text of the input has changed under the person's hands. */
    void edited() {
        Editor editor = state.here().editor();
        String text = editor.text();
        drafting.edited(state.selected());
        boolean command = text.startsWith("/") && !text.startsWith("//") && !editor.startsPasted();
        composing.edited(!command && !text.isBlank());
        reading.activity();
    }

    void up() {
        vertical(true);
    }

    void down() {
        vertical(false);
    }

    private void vertical(boolean up) {
        PlaceState here = state.here();
        Layout layout = here.view().layout(here.editor(), InputPane.textColumns(state.columns()));
        boolean moved = up ? here.editor().up(layout) : here.editor().down(layout);
        if (!moved) {
            String text = here.editor().text();
            Optional<String> other =
                    up ? state.inputs().older(text) : state.inputs().newer(text);
            other.ifPresent(found -> edit(editor -> editor.replace(found)));
        }
    }

    /** Ctrl-R: begins the search, or goes on to the next older one. */
    void search() {
        state.search(state.search()
                .map(HistorySearch::next)
                .orElseGet(() -> state.inputs().search(state.here().editor().text())));
    }

    void searchType(String text) {
        state.search().ifPresent(search -> state.search(search.type(text)));
    }

    void searchBackspace() {
        state.search().ifPresent(search -> state.search(search.backspace()));
    }

    /** Ends the search with what it found. */
    void searchAccept() {
        state.search().ifPresent(search -> {
            state.search(null);
            edit(editor -> editor.replace(search.accept()));
        });
    }

    /** Ends it with what was there before. */
    void searchCancel() {
        state.search(null);
    }
}
