package dev.parley.ui.keys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of the help: a heading and its rows, both in the order of the table.
 *
 * @param rows at least one
 */
public record HelpGroup(String heading, List<Row> rows) {
    /**
     * @param keys what to press, for an Alt key its Ctrl-X form too; may be empty
     * @param commands with their arguments; may be empty
     */
    public record Row(String id, String description, List<String> keys, List<String> commands) {}

    public static <C> List<HelpGroup> of(Actions<C> actions) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (Action<C> action : actions.all()) {
            groups.computeIfAbsent(action.group(), heading -> new ArrayList<>()).add(row(actions, action));
        }
        List<HelpGroup> help = new ArrayList<>();
        groups.forEach((heading, rows) -> help.add(new HelpGroup(heading, List.copyOf(rows))));
        return help;
    }

    private static <C> Row row(Actions<C> actions, Action<C> action) {
        return new Row(
                action.id(),
                action.description(),
                actions.keysOf(action).stream().map(KeySequence::toString).toList(),
                action.commands().stream().map(Action.Command::toString).toList());
    }
}
