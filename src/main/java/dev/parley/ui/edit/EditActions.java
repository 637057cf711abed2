package dev.parley.ui.edit;

import dev.parley.ui.keys.Action;
import dev.parley.ui.keys.Mode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The editor's part of the table of actions: what needs nothing but the editor (EXPERIENCE.md 2, "Input"). */
public final class EditActions {
    private static final String GROUP = "Input";

    private EditActions() {}

    /** @param editorOf the editor that has the cursor, empty where none has it: then nothing happens */
    public static <C> List<Action<C>> of(Mode mode, Function<C, Optional<Editor>> editorOf) {
        Table<C> table = new Table<>(mode, editorOf);
        return List.of(
                table.row("cursor-left", "Go one character left", Editor::left, "Left", "Ctrl-B"),
                table.row("cursor-right", "Go one character right", Editor::right, "Right", "Ctrl-F"),
                table.row("word-left", "Go one word left", Editor::wordLeft, "Ctrl-Left", "Alt-B"),
                table.row("word-right", "Go one word right", Editor::wordRight, "Ctrl-Right", "Alt-F"),
                table.row("line-start", "Go to the start of the line", Editor::lineStart, "Home", "Ctrl-A"),
                table.row("line-end", "Go to the end of the line", Editor::lineEnd, "End", "Ctrl-E"),
                table.row(
                        "backspace",
                        "Delete the character before the cursor",
                        Editor::backspace,
                        "Backspace",
                        "Ctrl-H"),
                table.row("delete", "Delete the character after the cursor", Editor::delete, "Del", "Ctrl-D"),
                table.row("cut-to-blank", "Cut back to the last blank", Editor::cutToBlank, "Ctrl-W"),
                table.row("cut-word-left", "Cut back to the start of the word", Editor::cutWordLeft, "Alt-Backspace"),
                table.row("cut-word-right", "Cut to the end of the word", Editor::cutWordRight, "Alt-D"),
                table.row("cut-line-end", "Cut to the end of the line", Editor::cutToLineEnd, "Ctrl-K"),
                table.row("cut-line-start", "Cut back to the start of the line", Editor::cutToLineStart, "Ctrl-U"),
                table.row("yank", "Insert what was cut last", Editor::yank, "Ctrl-Y"),
                table.row("transpose", "Swap the characters around the cursor", Editor::transpose, "Ctrl-T"),
                table.row("undo", "Take the last edit back", Editor::undo, "Ctrl-_"));
    }

    private record Table<C>(Mode mode, Function<C, Optional<Editor>> editorOf) {
        Action<C> row(String id, String description, Consumer<Editor> edit, String... keys) {
            return Action.<C>of(
                            id,
                            GROUP,
                            description,
                            (on, arguments) -> editorOf.apply(on).ifPresent(edit))
                    .in(mode)
                    .keys(keys);
        }
    }
}
