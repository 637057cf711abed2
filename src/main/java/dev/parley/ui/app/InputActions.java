package dev.parley.ui.app;

import dev.parley.ui.edit.Editor;
import dev.parley.ui.keys.Action;
import java.util.List;
import java.util.function.Consumer;

/** The part of the table that edits the input. */
final class InputActions {
    private static final String EDIT = "Input";

    private InputActions() {}

    static void addTo(List<Action<Desk>> table) {
        table.add(input("line-start", "go to the start of the line", Editor::lineStart, "Ctrl-A", "Home"));
        table.add(input("line-end", "go to the end of the line", Editor::lineEnd, "Ctrl-E", "End"));
        table.add(input("left", "go one character left", Editor::left, "Ctrl-B", "Left"));
        table.add(input("right", "go one character right", Editor::right, "Ctrl-F", "Right"));
        table.add(ActionTable.key(
                        "word-left", EDIT, "go one word left; with nothing typed, show or hide the list", desk -> {
                            if (desk.state().here().editor().isEmpty()) {
                                desk.showing().toggleList();
                            } else {
                                desk.editing().edit(Editor::wordLeft);
                            }
                        })
                .keys("Alt-B", "Ctrl-Left"));
        table.add(input("word-right", "go one word right", Editor::wordRight, "Alt-F", "Ctrl-Right"));
        table.add(input("delete", "delete the next character", Editor::delete, "Ctrl-D", "Del"));
        table.add(input("backspace", "delete the character before", Editor::backspace, "Backspace", "Ctrl-H"));
        table.add(input("cut-to-blank", "cut back to the last blank", Editor::cutToBlank, "Ctrl-W"));
        table.add(input("cut-word-left", "cut the word before", Editor::cutWordLeft, "Alt-Backspace"));
        table.add(input("cut-word-right", "cut the next word", Editor::cutWordRight, "Alt-D"));
        table.add(input("cut-to-end", "cut to the end of the line", Editor::cutToLineEnd, "Ctrl-K"));
        table.add(input("cut-to-start", "cut to the start of the line", Editor::cutToLineStart, "Ctrl-U"));
        table.add(input("yank", "put back what was cut", Editor::yank, "Ctrl-Y"));
        table.add(input("transpose", "swap two characters", Editor::transpose, "Ctrl-T"));
        table.add(input("undo", "undo", Editor::undo, "Ctrl-_"));
        table.add(ActionTable.key(
                        "up",
                        EDIT,
                        "go a line up, on the first one to what was sent before",
                        desk -> desk.editing().up())
                .keys("Up"));
        table.add(ActionTable.key(
                        "down",
                        EDIT,
                        "go a line down, on the last one back towards now",
                        desk -> desk.editing().down())
                .keys("Down"));
        table.add(ActionTable.key(
                        "search",
                        EDIT,
                        "search what was sent before",
                        desk -> desk.editing().search())
                .keys("Ctrl-R"));
    }

    /** Whether it acts on the input, or sends from it. */
    static boolean isAbout(Action<Desk> action) {
        return action.group().equals(EDIT) || action.group().equals(ActionTable.WRITE);
    }

    private static Action<Desk> input(String id, String description, Consumer<Editor> change, String... keys) {
        return ActionTable.key(id, EDIT, description, ActionTable.edit(change)).keys(keys);
    }
}
